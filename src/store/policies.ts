import { and, asc, desc, eq, gt, isNull, lt, lte, or } from 'drizzle-orm';
import type { Actor } from '../rules/case/words.ts';
import type { Policy } from '../rules/escalation/policy.ts';
import type { Db, Tx } from './database.ts';
import { policies } from './schema/organisation.ts';
import { policyProposals } from './schema/organisation-history.ts';

export type PolicyRow = typeof policies.$inferSelect;
export type ProposalRow = typeof policyProposals.$inferSelect;

/** Every version that is in force on `date` or later. */
export async function policiesFrom(tx: Tx | Db, date: string): Promise<PolicyRow[]> {
  return tx
    .select()
    .from(policies)
    .where(or(isNull(policies.validTo), gt(policies.validTo, date)))
    .orderBy(asc(policies.id));
}

export async function policyRow(tx: Tx, id: number): Promise<PolicyRow | null> {
  const [row] = await tx.select().from(policies).where(eq(policies.id, id)).for('update');
  return row ?? null;
}

/** One page by id of the versions in force on `date`. */
export async function policiesOn(
  db: Db | Tx,
  date: string,
  page: { afterId: number; limit: number },
): Promise<PolicyRow[]> {
  return db
    .select()
    .from(policies)
    .where(
      and(
        lte(policies.validFrom, date),
        or(isNull(policies.validTo), gt(policies.validTo, date)),
        gt(policies.id, page.afterId),
      ),
    )
    .orderBy(asc(policies.id))
    .limit(page.limit);
}

export async function insertPolicy(tx: Tx, definition: Policy, validFrom: string): Promise<number> {
  const [row] = await tx.insert(policies).values({ definition, validFrom }).returning({ id: policies.id });
  if (row === undefined) throw new Error('The policy was not stored');
  return row.id;
}

/** The only thing that ever changes of a stored version: the day on which it stops applying to new cases. */
export async function endPolicyOn(tx: Tx, id: number, validTo: string): Promise<void> {
  await tx.update(policies).set({ validTo }).where(eq(policies.id, id));
}

export async function insertProposal(
  tx: Tx,
  row: { replacesId: number | null; definition: Policy | null; validFrom: string; proposedBy: Actor; proposedAt: Date },
): Promise<number> {
  const [inserted] = await tx.insert(policyProposals).values(row).returning({ id: policyProposals.id });
  if (inserted === undefined) throw new Error('The proposal was not stored');
  return inserted.id;
}

export async function lockProposal(tx: Tx, id: number): Promise<ProposalRow | null> {
  const [row] = await tx.select().from(policyProposals).where(eq(policyProposals.id, id)).for('update');
  return row ?? null;
}

export async function proposalById(tx: Tx | Db, id: number): Promise<ProposalRow | null> {
  const [row] = await tx.select().from(policyProposals).where(eq(policyProposals.id, id));
  return row ?? null;
}

export async function saveProposal(
  tx: Tx,
  id: number,
  change: Partial<Pick<ProposalRow, 'withdrawnAt' | 'approvedBy' | 'approvedAt' | 'policyId'>>,
): Promise<void> {
  await tx.update(policyProposals).set(change).where(eq(policyProposals.id, id));
}

/** One page of proposals, newest first. */
export async function proposals(db: Db | Tx, page: { beforeId: number | null; limit: number }): Promise<ProposalRow[]> {
  return db
    .select()
    .from(policyProposals)
    .where(page.beforeId === null ? undefined : lt(policyProposals.id, page.beforeId))
    .orderBy(desc(policyProposals.id))
    .limit(page.limit);
}
