import { act } from '../../../../src/desk/act.ts';
import { type RatingWish, rate } from '../../../../src/desk/ratings/rate.ts';
import type { StepName } from '../../../../src/rules/routing/step-in-question.ts';
import { declarations } from '../../../../src/store/schema/enterprises.ts';
import type { TestDesk } from '../../../support/desk.ts';
import type { TestOfficer } from '../../../support/organisation.ts';

export const number = '107861204410';

/** A red declaration of the enterprise at port 3: registered at `from`, documents and goods looked at, cleared. */
export async function clearedDeclaration(
  desk: TestDesk,
  { from, by }: { from: string; by: { documentCheck: TestOfficer; physicalInspection: TestOfficer } },
): Promise<void> {
  const start = new Date(from).getTime();
  const step = (name: StepName, hours: number, officer: TestOfficer | null) => ({
    step: name,
    at: new Date(start + hours * 3_600_000).toISOString(),
    officerEmail: officer?.email ?? null,
  });
  await desk.database.db.insert(declarations).values({
    number,
    number11: number.slice(0, 11),
    enterpriseId: desk.organisation.enterprise.id,
    officeCode: '03TG',
    typeCode: 'A12',
    channel: 'red',
    state: 'cleared',
    registeredAt: new Date(start),
    stateAt: new Date(start + 28 * 3_600_000),
    steps: [
      step('registered', 0, null),
      step('documentCheck', 3, by.documentCheck),
      step('physicalInspection', 27, by.physicalInspection),
      step('cleared', 28, null),
    ],
  });
}

/** What the enterprise's contact says of the declaration, through the verb. */
export function rates(desk: TestDesk, wish: Omit<RatingWish, 'number' | 'subject'> & Partial<RatingWish>) {
  const by = { kind: 'contact', conversationId: desk.organisation.conversationId } as const;
  return act(desk, by, (current) => rate(current, { number, subject: { kind: 'declaration', key: '' }, ...wish }));
}
