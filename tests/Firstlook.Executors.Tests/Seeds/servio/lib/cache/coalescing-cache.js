import { record } from '../record.js';

export class CacheCoalescer {
  clear() { record('cache cleared'); }
}
