import { createHmac, randomBytes } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { scatteredNumber } from '../rules/case/scattered-number.ts';
import { nextOrdinal, referenceOf } from './cases.ts';
import type { Tx } from './database.ts';
import { remember } from './in-transaction.ts';
import { cases, referenceCounters } from './schema/cases.ts';
import { settings } from './schema/live.ts';

const name = 'referenceSecret';

/**
 * The next number of a matter that somebody must not hear of. In a row without gaps the missing number would tell them;
 * these come in an order that only the installation's secret gives, so that nobody can say which are missing.
 */
export async function nextHiddenReference(tx: Tx, prefix: string, year: number): Promise<string> {
  const secret = await referenceSecret(tx);
  for (;;) {
    const ordinal = await nextOrdinal(tx, prefix, year);
    const reference = scatteredReference(secret, { prefix, year, ordinal });
    // Numbers that were once given in a row stay what they are.
    if ((await tx.$count(cases, eq(cases.reference, reference))) === 0) return reference;
  }
}

/**
 * The references that may have been given to the matters with these prefixes, each by the order in which it was: in a row
 * before the secret was made, scattered since.
 */
export async function hiddenReferencesGiven(
  tx: Tx,
  prefixes: readonly string[],
): Promise<{ inRow: string; scattered: string | null }[]> {
  const secret = await knownSecret(tx);
  const counters = await tx
    .select()
    .from(referenceCounters)
    .where(inArray(referenceCounters.prefix, [...prefixes]));
  return counters.flatMap(({ prefix, year, last }) =>
    Array.from({ length: last }, (_, index) => {
      const ordinal = index + 1;
      const scattered = secret === null ? null : scatteredReference(secret, { prefix, year, ordinal });
      return { inRow: referenceOf(prefix, year, ordinal), scattered };
    }),
  );
}

function scatteredReference(
  secret: string,
  { prefix, year, ordinal }: { prefix: string; year: number; ordinal: number },
) {
  const digest = (text: string) =>
    createHmac('sha256', secret).update(`${prefix} ${year} ${text}`).digest().readUInt32BE();
  return referenceOf(prefix, year, scatteredNumber(ordinal, digest));
}

/** Made with the first such number, and the same for ever: a new one could give a number twice. */
function referenceSecret(tx: Tx): Promise<string> {
  return remember(tx, name, ['settings'], async () => {
    await tx
      .insert(settings)
      .values({ name, value: randomBytes(32).toString('base64url') })
      .onConflictDoNothing();
    const secret = await knownSecret(tx);
    if (secret === null) throw new Error('The secret of the references is not a text');
    return secret;
  });
}

async function knownSecret(tx: Tx): Promise<string | null> {
  const [row] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.name, name));
  return typeof row?.value === 'string' ? row.value : null;
}
