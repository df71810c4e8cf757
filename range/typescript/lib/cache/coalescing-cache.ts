// The shop's pages in Redis, under cache:TENANT:PAGE.
import { ask } from 'lib/redis';

/** How long a page is kept, and how many loads of it may run at once; the shop's own configuration says so for the shop. */
export interface CacheOptions {
  ttlMs: number;
  maxConcurrent: number;
}

/** The cache of all tenants. */
export class CacheCoalescer {
  constructor(readonly options: CacheOptions) {}

  /** Forgets every page; the next customer of each has it made anew. Returns how many there were. */
  clear(): number {
    const pages = ask('--scan', '--pattern', 'cache:*').split('\n').filter(page => page.length > 0);
    return pages.length === 0 ? 0 : Number(ask('UNLINK', ...pages));
  }
}
