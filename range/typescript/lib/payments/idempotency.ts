// What the shop keeps for each idempotency key (range/Shop/Payments/IdempotencyKeys.cs), read from its Redis.
import { ask } from 'lib/redis';

/** What was answered to a key before, and for how many seconds it is kept. */
export interface IdempotencyResult {
  answer: string;
  expiresIn: number;
}

/** The key has the form `idem:TENANT:OPERATION:SCOPE`; null where nothing is kept for it, or no longer. */
export function getIdempotencyResult(key: string): IdempotencyResult | null {
  if (ask('EXISTS', key) !== '1') return null;
  return { answer: ask('GET', key), expiresIn: Number(ask('TTL', key)) };
}
