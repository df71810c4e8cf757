import { record } from '../record.js';

export const circuitBreakerRegistry = { get: (name) => ({ forceState: (state) => record(`${name} is ${state}`) }) };
