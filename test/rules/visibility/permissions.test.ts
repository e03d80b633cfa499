import { expect, test } from 'vitest';
import type { CaseKind } from '../../../src/rules/case/words.ts';
import { type CaseFacts, canSee, type Role, type Viewer } from '../../../src/rules/visibility/can-see.ts';
import { permissions, reachOf, roles } from '../../../src/rules/visibility/permission-table.ts';
import { mayDoIn, mayDoToCase } from '../../../src/rules/visibility/permissions.ts';

const me = 10;
const mine = 4;
const another = 5;

// Said a second time, a letter a role: officer, team lead, unit head, leader, internal control, administrator.
// A dot is nowhere, u the own units, s the cases one sees, a everywhere.
const said = {
  readCases: 'uuuaa.',
  readConduct: '....a.',
  hearOfConduct: '...aa.',
  workOnCases: 'ssssss',
  decideExclusions: '...ss.',
  followFindings: '....s.',
  followVerifications: '...aa.',
  readViews: '....a.',
  removeContent: '....aa',
  readRatings: 'uuuaa.',
  readExactRatings: '...aa.',
  readRatingsByName: '.uuaa.',
  readRatingFlags: '....a.',
  seeFigures: '.uuaa.',
  seeWorkloads: '.uuau.',
  leadUnit: '.uua..',
  readCannedReplies: 'uuuuua',
  keepCannedReplies: '.uuu.a',
  keepLabels: '.uuu.a',
  keepLibrary: '..aa.a',
  keepLinks: '..ua.a',
  findEnterprises: 'sssasa',
  approvePolicies: '...a.a',
  readPermissions: '....aa',
  administer: '.....a',
  lookAfterDelivery: '.....a',
  readAuditLog: '.....a',
};
const letters = { nowhere: '.', ownUnits: 'u', seenCases: 's', everywhere: 'a' };

test('the table says what was agreed, role by role', () => {
  const table = permissions.map((permission) => [
    permission,
    roles.map((role) => letters[reachOf(role, permission)]).join(''),
  ]);

  expect(Object.fromEntries(table)).toEqual(said);
});

const kinds: CaseKind[] = ['issue', 'question', 'report', 'verification'];
const relations: Record<string, Partial<CaseFacts>> = {
  ownUnit: {},
  otherUnit: { unitId: another },
  assignee: { unitId: another, assigneeId: me },
  told: { unitId: another, toldOfficerIds: new Set([me]) },
  subject: { assigneeId: me, toldOfficerIds: new Set([me]), excludedOfficerIds: new Set([me]) },
};

test('over every role, relation and kind, nobody does anything to a case they do not see', () => {
  let seen = 0;
  for (const [viewer, facts] of everybody()) {
    for (const permission of permissions) {
      const answer = mayDoToCase(viewer, permission, facts);
      const reach = reachOf(viewer.role, permission);
      const reaches = reach === 'ownUnits' ? facts.unitId === mine : reach !== 'nowhere';
      const expected = canSee(viewer, facts) ? (reaches ? 'allowed' : 'refused') : 'unknownToThem';

      expect([viewer.role, facts, permission, answer]).toEqual([viewer.role, facts, permission, expected]);
      if (answer !== 'unknownToThem') seen += 1;
    }
  }
  expect(seen).toBeGreaterThan(0);
});

test('the subject of a report is told of nothing, whatever the rank', () => {
  for (const [viewer, facts] of everybody('subject'))
    for (const permission of permissions) expect(mayDoToCase(viewer, permission, facts)).toBe('unknownToThem');
});

test.each<[Role, number[], boolean]>([
  ['unitHead', [mine], true],
  ['unitHead', [another], false],
  ['unitHead', [], false],
  ['teamLead', [mine], false],
  ['departmentLeader', [another], true],
  ['administrator', [], true],
])('a %s keeps the links of units %j: %s', (role, unitIds, expected) => {
  expect(mayDoIn({ officerId: me, role, unitIds: new Set([mine]) }, 'keepLinks', unitIds)).toBe(expected);
});

function everybody(only?: string): [Viewer, CaseFacts][] {
  const none = new Set<number>();
  return roles.flatMap((role) =>
    kinds.flatMap((kind) =>
      Object.entries(relations)
        .filter(([name]) => only === undefined || name === only)
        .map(([, change]): [Viewer, CaseFacts] => [
          { officerId: me, role, unitIds: new Set([mine]) },
          { kind, unitId: mine, assigneeId: null, excludedOfficerIds: none, toldOfficerIds: none, ...change },
        ]),
    ),
  );
}
