import { expect, test } from 'vitest';
import { approvePolicy, withdrawProposal } from '../../../src/desk/policies/approve-policy.ts';
import { type ProposedPolicy, proposePolicy } from '../../../src/desk/policies/propose-policy.ts';
import { defaultPolicies } from '../../../src/rules/escalation/defaults.ts';
import type { Policy } from '../../../src/rules/escalation/policy.ts';
import type { PolicyDraft } from '../../../src/rules/policies/definition-problems.ts';
import { namedCasesUnder } from '../../../src/store/organisation-cases.ts';
import { policiesOn } from '../../../src/store/policies.ts';
import { policies } from '../../../src/store/schema/organisation.ts';
import { as, asAdministrator, asProgram, refusalOf, told } from '../../support/administration.ts';
import { openACase } from '../../support/cases.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';

const morning = '2026-03-06T09:00+07:00';
const tomorrow = '2026-03-07';

test('a version approved by a second person applies to cases opened from its day on; the others keep theirs', async () => {
  await using desk = await openDesk({ now: morning });
  const { leader, administrator } = desk.organisation.officers;
  const replacesId = procedureId(desk);
  const before = await openACase(desk);

  const proposalId = await propose(desk, { replacesId, definition: faster(), validFrom: '2026-03-09' });
  const policyId = await as(desk, leader, (current) => approvePolicy(current, { proposalId }));

  const onFriday = await openACase(desk);
  desk.clock.set('2026-03-09T08:00+07:00');
  const onMonday = await openACase(desk);
  expect([before, onFriday, onMonday].map(({ row }) => row.policyId)).toEqual([replacesId, replacesId, policyId]);
  expect([onFriday, onMonday].map(({ firstResponseMinutes }) => firstResponseMinutes)).toEqual([120, 45]);
  const inForce = async (day: string) => (await policiesOn(desk.database.db, day, all)).map(({ id }) => id);
  expect(await inForce('2026-03-08')).toContain(replacesId);
  expect(await inForce('2026-03-08')).not.toContain(policyId);
  expect(await inForce('2026-03-09')).toContain(policyId);
  expect(await inForce('2026-03-09')).not.toContain(replacesId);
  const [stored] = (await desk.database.db.select().from(policies)).filter(({ id }) => id === replacesId);
  expect(stored?.definition).toEqual(procedure());
  expect(await told(desk, 'policies')).toMatchObject([
    { type: 'policyProposed', detail: { proposalId, replacesId }, by: { officerId: administrator.id } },
    { type: 'policyApproved', detail: { proposalId, policyId, replacesId }, by: { officerId: leader.id } },
  ]);
});

test('nobody approves what they proposed, nor an officer, nor a program; and nothing is approved twice', async () => {
  await using desk = await openDesk({ now: morning });
  const { leader, hoa } = desk.organisation.officers;
  const proposalId = await propose(desk, {});
  const approve = (current: Parameters<typeof approvePolicy>[0]) => approvePolicy(current, { proposalId });

  const refusals = [
    await refusalOf(asAdministrator(desk, approve)),
    await refusalOf(as(desk, hoa, approve)),
    await refusalOf(asProgram(desk, approve)),
  ];
  await as(desk, leader, approve);
  refusals.push(await refusalOf(as(desk, leader, approve)));
  refusals.push(await refusalOf(asAdministrator(desk, (current) => withdrawProposal(current, { proposalId }))));
  refusals.push(await refusalOf(as(desk, leader, (current) => approvePolicy(current, { proposalId: 999 }))));

  expect(refusals.map(({ code }) => code)).toEqual([
    'samePerson',
    'notPermitted',
    'notPermitted',
    'alreadyApproved',
    'alreadyApproved',
    'notFound',
  ]);
});

test('a proposal is refused that is unsound, in doubt, out of date or not for this person to make', async () => {
  await using desk = await openDesk({ now: morning });
  const { hoa } = desk.organisation.officers;
  const replacesId = procedureId(desk);
  const { 3: _, ...answerers } = procedure().answerers;
  const withoutThird: PolicyDraft = { ...faster(), answerers };

  const refusals = [
    await refusalOf(as(desk, hoa, (current) => proposePolicy(current, { ...proposal(desk), definition: faster() }))),
    await refusalOf(asProgram(desk, (current) => proposePolicy(current, proposal(desk)))),
    await refusalOf(propose(desk, { definition: withoutThird })),
    await refusalOf(
      propose(desk, {
        definition: { ...faster(), answerers: { ...procedure().answerers, 3: { unit: 'named', code: 'R9' } } },
      }),
    ),
    await refusalOf(propose(desk, { replacesId: null, definition: faster() })),
    await refusalOf(propose(desk, { validFrom: '2026-03-06' })),
    await refusalOf(propose(desk, { definition: { ...faster(), version: procedure().version } })),
    await refusalOf(propose(desk, { replacesId: 999 })),
    await refusalOf(
      propose(desk, { definition: { ...faster(), match: { kinds: ['issue'], categories: ['penalty'] } } }),
    ),
    await refusalOf(propose(desk, { definition: null, replacesId })),
  ];

  expect(refusals.map(({ code }) => code)).toEqual([
    'notPermitted',
    'notPermitted',
    'noAnswerer',
    'unknownAnswerer',
    'samePrecedence',
    'notAhead',
    'sameVersion',
    'notFound',
    'leavesGap',
    'leavesGap',
  ]);
  expect(await told(desk, 'policies')).toEqual([]);
});

test('a policy whose cases others cover may end, with the approval of a second person', async () => {
  await using desk = await openDesk({ now: morning });
  const { leader } = desk.organisation.officers;
  const replacesId = policyIdOf(desk, 'Vướng mắc về chính sách');
  const proposalId = await propose(desk, { definition: null, replacesId, validFrom: tomorrow });

  const stillThere = (await policiesOn(desk.database.db, tomorrow, all)).length;
  await as(desk, leader, (current) => approvePolicy(current, { proposalId }));

  expect(stillThere).toBe(6);
  expect((await policiesOn(desk.database.db, '2026-03-06', all)).length).toBe(6);
  expect((await policiesOn(desk.database.db, tomorrow, all)).length).toBe(5);
});

test('of two proposals for the same policy the second to be approved comes too late, and so does one whose day has come', async () => {
  await using desk = await openDesk({ now: morning });
  const { leader } = desk.organisation.officers;
  const first = await propose(desk, {});
  const second = await propose(desk, { definition: { ...faster(), version: '2026-3' } });
  const third = await propose(desk, { validFrom: '2026-03-20', definition: { ...faster(), version: '2026-4' } });
  const approve = (proposalId: number) => as(desk, leader, (current) => approvePolicy(current, { proposalId }));
  await approve(first);

  const late = await refusalOf(approve(second));
  desk.clock.set('2026-03-20T08:00+07:00');
  const overtaken = await refusalOf(approve(third));

  expect([late.code, overtaken.code]).toEqual(['alreadyReplaced', 'notAhead']);
});

test('the preview counts open cases under the old version, and of reports it does not speak', async () => {
  await using desk = await openDesk({ now: morning });
  const { administrator } = desk.organisation.officers;
  await openACase(desk);
  await openACase(desk);
  const { row: report } = await openACase(desk, { kind: 'report', description: 'Thái độ của cán bộ' });
  const by = { kind: 'officer' as const, officerId: administrator.id };

  expect(await namedCasesUnder(desk.database.db, by, procedureId(desk))).toEqual({
    total: 2,
    references: ['VM-2026-000001', 'VM-2026-000002'],
  });
  expect(await namedCasesUnder(desk.database.db, by, report.policyId)).toEqual({ total: 0, references: [] });
});

const all = { afterId: 0, limit: 100 };

function procedure(): Policy {
  const policy = defaultPolicies.find(({ name }) => name === 'Vướng mắc về thủ tục');
  if (policy === undefined) throw new Error('There is a policy for procedure');
  return policy;
}

/** The policy for procedure with 45 minutes for the first answer. */
function faster(): Policy {
  const clocks = procedure().clocks.map((clock) =>
    clock.kind === 'firstResponse' ? { ...clock, minutes: { ...clock.minutes, 1: 45 } } : clock,
  );
  return { ...procedure(), version: '2026-2', clocks };
}

function policyIdOf(desk: TestDesk, name: string): number {
  const id = desk.organisation.policyIds[defaultPolicies.findIndex((policy) => policy.name === name)];
  if (id === undefined) throw new Error(`There is no policy ${name}`);
  return id;
}

function procedureId(desk: TestDesk): number {
  return policyIdOf(desk, procedure().name);
}

function proposal(desk: TestDesk): ProposedPolicy {
  return { replacesId: procedureId(desk), definition: faster(), validFrom: tomorrow };
}

async function propose(desk: TestDesk, change: Partial<ProposedPolicy>): Promise<number> {
  return asAdministrator(desk, (current) => proposePolicy(current, { ...proposal(desk), ...change }));
}
