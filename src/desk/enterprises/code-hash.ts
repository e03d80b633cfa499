import { createHash } from 'node:crypto';

/** What is kept of a code. Its name goes in front, so that no code of another kind has the same. */
export function enterpriseCodeHash(code: string): string {
  return createHash('sha256').update(`enterprise code ${code}`).digest('hex');
}
