import { appendFileSync } from 'node:fs';

export const record = (line) => appendFileSync(process.env.RECORD, line + '\n');
