// The shop's Redis, asked by its own client.
import { execFileSync } from 'node:child_process';

/** One command; its answer as redis-cli writes it, without the last line break. */
export function ask(...words: string[]): string {
  const [host, port] = process.env.SHOP_REDIS!.split(':');
  return execFileSync('redis-cli', ['-h', host, '-p', port, ...words], { encoding: 'utf8', timeout: 5000 }).replace(/\n$/, '');
}
