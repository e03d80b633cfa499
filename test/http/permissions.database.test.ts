import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { viewerOf } from '../../src/desk/visibility.ts';
import type { CaseKind } from '../../src/rules/case/words.ts';
import { type CaseFacts, canSee } from '../../src/rules/visibility/can-see.ts';
import type { Permission } from '../../src/rules/visibility/permission-table.ts';
import { mayDo, mayDoToCase } from '../../src/rules/visibility/permissions.ts';
import { officersTold } from '../../src/store/alerts.ts';
import { caseExclusions, cases } from '../../src/store/schema/cases.ts';
import { openACase } from '../support/cases.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { type Caller, openWeb, type Web } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';
const api = '/api/v1';

const readings: [Permission, string][] = [
  ['administer', '/api-keys'],
  ['administer', '/organisation/absences'],
  ['administer', '/calendars'],
  ['administer', '/data-requests'],
  ['administer', '/retention'],
  ['administer', '/routing/stranded'],
  ['lookAfterDelivery', '/troubles'],
  ['readAuditLog', '/audit/status'],
  ['approvePolicies', '/policy-proposals'],
  ['keepLibrary', '/appendix-drafts'],
  ['keepLibrary', '/look-ups'],
  ['keepLinks', '/link-requests'],
  ['seeFigures', '/wall'],
  ['seeFigures', '/today'],
  ['readRatingFlags', '/ratings/flags'],
  ['leadUnit', '/corrective-actions?box=below'],
];

test('over every role, relation, act and kind of case, the API does what the table says', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { db } = desk.database;
  const callers = await everybody(desk, web);
  const answers = { allowed: 0, refused: 0, unknownToThem: 0 };

  for (const { officer, caller } of callers) {
    for (const [permission, path] of readings) {
      const { status } = await caller.get(api + path);
      expect([officer.role, path, status]).toEqual([officer.role, path, mayDo(officer, permission) ? 200 : 403]);
    }
  }

  for (const kind of ['issue', 'question', 'report', 'verification'] satisfies CaseKind[]) {
    const { row } = await openACase(desk);
    for (const relation of ['none', 'assignee', 'subject'] as const) {
      for (const { officer, caller } of callers) {
        const assigneeId = relation === 'none' ? null : officer.id;
        await db.update(cases).set({ kind, assigneeId }).where(eq(cases.id, row.id));
        await db.delete(caseExclusions).where(eq(caseExclusions.caseId, row.id));
        if (relation === 'subject')
          await db
            .insert(caseExclusions)
            .values({ caseId: row.id, officerId: officer.id, because: 'người bị phản ánh' });
        const facts: CaseFacts = {
          kind,
          unitId: row.unitId,
          assigneeId,
          excludedOfficerIds: new Set(relation === 'subject' ? [officer.id] : []),
          toldOfficerIds: await officersTold(db, row.id),
        };
        const viewer = await viewerOf(db, officer.id);
        if (viewer === null) throw new Error('The officer left');

        const statuses = await attempts(caller, row.reference);
        const listed = await caller.get(`${api}/cases?box=all`);

        const what = [officer.role, officer.name, kind, relation];
        for (const [permission, status] of statuses) {
          const answer = mayDoToCase(viewer, permission, facts);
          const expected = { allowed: [200, 201, 204], refused: [403], unknownToThem: [404] }[answer];
          expect([...what, permission, expected.includes(status) ? answer : status]).toEqual([
            ...what,
            permission,
            answer,
          ]);
          answers[answer] += 1;
        }
        expect([...what, JSON.stringify(listed.body).includes(row.reference)]).toEqual([
          ...what,
          canSee(viewer, facts),
        ]);
      }
    }
  }
  expect(Math.min(...Object.values(answers))).toBeGreaterThan(0);
});

test('for its subject a case is as absent as one that was never opened, under every address', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { lan } = desk.organisation.officers;
  const { row } = await openACase(desk);
  await desk.database.db
    .insert(caseExclusions)
    .values({ caseId: row.id, officerId: lan.id, because: 'người bị phản ánh' });
  const caller = await web.signIn(lan);
  const never = row.reference.replace(/\d{6}$/u, '987654');

  let asked = 0;
  for (const { method, path } of web.app.routes) {
    if (!path.includes('/cases/:reference') || method === 'ALL') continue;
    const there = await ask(caller, method, path, row.reference);
    const nowhere = await ask(caller, method, path, never);
    expect([method, path, there]).toEqual([method, path, nowhere]);
    expect([method, path, there.status >= 400]).toEqual([method, path, true]);
    asked += 1;
  }
  expect(asked).toBeGreaterThan(15);
});

test('counts, search and exports have no gap where a hidden case is', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { lan } = desk.organisation.officers;
  const caller = await web.signIn(lan);
  await openACase(desk, { description: 'Vướng mắc về seal container' });
  const before = await everythingSaid(caller);
  const { row } = await openACase(desk, { description: 'Phản ánh thái độ của công chức về seal' });

  await desk.database.db.update(cases).set({ kind: 'report' }).where(eq(cases.id, row.id));
  await desk.database.db
    .insert(caseExclusions)
    .values({ caseId: row.id, officerId: lan.id, because: 'người bị phản ánh' });

  expect(await everythingSaid(caller)).toEqual(before);
});

async function everybody(desk: TestDesk, web: Web) {
  const people = [];
  for (const officer of Object.values(desk.organisation.officers))
    people.push({ officer, caller: await web.signIn(officer) });
  return people;
}

/** What can be tried again and again without a change of who stands where. */
async function attempts(caller: Caller, reference: string): Promise<[Permission, number][]> {
  const path = `${api}/cases/${reference}`;
  return [
    ['workOnCases', (await caller.get(path)).status],
    ['workOnCases', (await caller.post(`${path}/notes`, { text: 'Ghi chú' })).status],
    ['decideExclusions', (await caller.get(`${path}/exclusions`)).status],
  ];
}

async function ask(caller: Caller, method: string, path: string, reference: string) {
  const address = path.replace(':reference', reference).replace(/:(\w+)(\{[^}]*\})?/gu, '1');
  const body = {
    text: 'x',
    officerId: 1,
    unitId: 1,
    reason: 'vì sao',
    into: reference,
    mode: 'reply',
    promisedBy: morning,
  };
  const answer = await caller.raw(address, {
    method,
    ...(method === 'GET' ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return { status: answer.status, text: (await answer.text()).replaceAll(reference, 'R') };
}

async function everythingSaid(caller: Caller): Promise<unknown[]> {
  const said = [];
  for (const path of [
    '/cases?box=all',
    '/cases/counts',
    '/search?q=seal',
    '/session',
    '/alerts',
    '/cases?box=unassigned',
  ])
    said.push((await caller.get(api + path)).body);
  return said;
}
