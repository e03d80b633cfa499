import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayOfficerBeTold, mayOfficerSee, viewerOf } from '../../src/desk/visibility.ts';
import type { CaseKind } from '../../src/rules/case/words.ts';
import { canSee, mayBeTold } from '../../src/rules/visibility/can-see.ts';
import { visibilityFacts } from '../../src/store/case-details.ts';
import { alerts, caseExclusions, cases } from '../../src/store/schema/cases.ts';
import { notExcluded, visibleTo } from '../../src/store/visibility.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';

test('what the rule says of a case and what the database shows are the same, for every officer', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { db } = desk.database;
  const { officers, units } = desk.organisation;
  const people = Object.values(officers).map(({ id }) => id);
  const anyone = fc.constantFrom(...people);
  const generated = fc.record({
    kind: fc.constantFrom<CaseKind>('issue', 'report', 'verification', 'question'),
    unitId: fc.constantFrom(...Object.values(units)),
    assigneeId: fc.option(anyone),
    excluded: fc.uniqueArray(anyone, { maxLength: 2 }),
    told: fc.uniqueArray(anyone, { maxLength: 2 }),
  });
  const seed = Number(process.env.FC_SEED ?? 20261122);
  const samples = fc.sample(generated, { numRuns: 40, seed });

  for (const { kind, unitId, assigneeId, excluded, told } of samples) {
    const { row } = await openACase(desk, { messageIds: [] });
    await db.delete(alerts).where(eq(alerts.caseId, row.id));
    await db.update(cases).set({ kind, unitId, assigneeId }).where(eq(cases.id, row.id));
    for (const officerId of excluded)
      await db.insert(caseExclusions).values({ caseId: row.id, officerId, because: 'test' });
    for (const officerId of told)
      await db
        .insert(alerts)
        .values({ caseId: row.id, officerId, kind: 'assigned', text: 'x', createdAt: desk.clock.now() });
    const facts = (await visibilityFacts(db, [row.id])).get(row.id);
    if (facts === undefined) throw new Error('The case has no facts');

    for (const officerId of people) {
      const viewer = await viewerOf(db, officerId);
      if (viewer === null) throw new Error('An officer is missing');
      const shown = await db
        .select({ id: cases.id })
        .from(cases)
        .where(and(eq(cases.id, row.id), visibleTo(viewer)));
      expect(
        shown.length > 0,
        `seed ${seed}: ${JSON.stringify({ officerId, kind, unitId, assigneeId, excluded, told })}`,
      ).toBe(canSee(viewer, facts));
      const [stored] = await db.select().from(cases).where(eq(cases.id, row.id));
      if (stored === undefined) throw new Error('The case is gone');
      expect(await mayOfficerSee(db, officerId, stored)).toBe(canSee(viewer, facts));
      const notKeptAway = await db.$count(cases, and(eq(cases.id, row.id), notExcluded(viewer)));
      expect(notKeptAway === 1).toBe(!excluded.includes(officerId));
      expect(await mayOfficerBeTold(db, officerId, stored)).toBe(mayBeTold(viewer, facts));
    }
  }
});
