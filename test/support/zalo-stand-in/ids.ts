import { createHash } from 'node:crypto';

/** Ids in Zalo's manner: twenty hexadecimal digits, the same ones in each run with the same seed. */
export function openIds(seed: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return createHash('sha256').update(`${seed} ${count}`).digest('hex').slice(0, 20);
  };
}

/** The id under which the app knows a user: nineteen digits, beyond what a number can hold. */
export function idByApp(userId: string): string {
  const digest = createHash('sha256').update(`app ${userId}`).digest();
  return String(10n ** 18n + (digest.readBigUInt64BE() % (9n * 10n ** 18n)));
}
