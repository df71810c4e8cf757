export const getIdempotencyResult = (key) => ({ key, status: 'paid' });
