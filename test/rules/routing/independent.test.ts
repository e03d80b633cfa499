import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflictsOf } from '../../../src/rules/routing/conflict-of-interest.ts';
import { chooseIndependent, type Independent } from '../../../src/rules/routing/independent.ts';
import { mayBeTold } from '../../../src/rules/visibility/can-see.ts';
import { type GeneratedOrganisation, generatedOrganisation } from '../../support/generated-organisation.ts';

// 1 is the department; 2 and 3 stand below it, 4 below 2.
const units = [
  { id: 1, parentId: null },
  { id: 2, parentId: 1 },
  { id: 3, parentId: 1 },
  { id: 4, parentId: 2 },
];
const leader = person(10, 1, 'departmentLeader');
const headOf2 = person(20, 2, 'unitHead');
const control = person(30, 3, 'internalControl');
const otherControl = person(31, 4, 'internalControl');

test.each<[string, Independent[], number[], unknown]>([
  ['internal control', [leader, headOf2, control], [4], officer(30, 3, 'internalControl')],
  ['the internal control that is nearest', [leader, control, otherControl], [4], officer(31, 4, 'internalControl')],
  [
    'another internal control, where the nearest is party to it',
    [leader, control, { ...otherControl, isExcluded: true }],
    [4],
    officer(30, 3, 'internalControl'),
  ],
  [
    'the head of the unit above, where internal control is party to it',
    [leader, headOf2, { ...control, isExcluded: true }],
    [4],
    officer(20, 2, 'independentAbove'),
  ],
  [
    'the leader, where those concerned sit in two branches of the tree',
    [leader, headOf2, { ...control, isExcluded: true }],
    [4, 3],
    officer(10, 1, 'independentAbove'),
  ],
  [
    'the leader, where the head above is party to it',
    [leader, { ...headOf2, isExcluded: true }],
    [4, 2],
    officer(10, 1, 'independentAbove'),
  ],
  [
    'who stands in for the head above, from a unit that is not concerned',
    [{ ...leader, isAbsent: true, substituteId: 40 }, person(40, 3, 'unitHead')],
    [4, 2],
    officer(40, 1, 'independentAbove'),
  ],
  [
    'nobody who stands in for the leader and sits in a unit concerned',
    [{ ...leader, isAbsent: true, substituteId: 20 }, headOf2],
    [2],
    { to: 'queue', unitId: 1, because: 'nobodyEligible', tell: 10 },
  ],
  [
    'the queue, and the leader who is away hears of it',
    [{ ...leader, isAbsent: true }],
    [4],
    { to: 'queue', unitId: 1, because: 'nobodyEligible', tell: 10 },
  ],
  [
    'the queue, and internal control that is away hears of it where the leader is party to it',
    [
      { ...leader, isExcluded: true },
      { ...control, isAbsent: true },
    ],
    [1],
    { to: 'queue', unitId: 1, because: 'nobodyEligible', tell: 30 },
  ],
  [
    'the queue, and nobody hears of it where all are party to it',
    [
      { ...leader, isExcluded: true },
      { ...control, isExcluded: true },
    ],
    [1, 3],
    { to: 'queue', unitId: 1, because: 'nobodyEligible', tell: null },
  ],
])('a matter about conduct goes to %s', (_, people, concernedUnitIds, expected) => {
  const choice = chooseIndependent({ units, people, concernedUnitIds });

  expect(choice).toEqual(expected);
});

test('in thousands of generated organisations nobody who is party to a report is given it or told of it', () => {
  const seed = Number(process.env.FC_SEED ?? 20261124);
  let reports = 0;
  const outcomes = new Set<string>();

  fc.assert(
    fc.property(generatedOrganisation(8), (organisation) => {
      for (const report of organisation.reports) {
        const excluded = new Set(conflictsOf(...matterOf(organisation, report)).map(({ officerId }) => officerId));
        expect(excluded).toEqual(report.party);

        const people = peopleOf(organisation, excluded);
        const concernedUnitIds = [...excluded].map((place) => organisation.officers[place]?.unit ?? 0);
        const choice = chooseIndependent({
          units: organisation.units.map(({ parent }, id) => ({ id, parentId: parent })),
          people,
          concernedUnitIds,
        });

        const reached = choice.to === 'officer' ? choice.officerId : choice.tell;
        if (reached !== null) {
          expect(report.party.has(reached), `seed ${seed}`).toBe(false);
          expect(canBeTold(organisation, reached, report.party, choice.to === 'officer' ? reached : null)).toBe(true);
        }
        if (choice.to === 'queue') expect(people.some(isFreeToTakeIt)).toBe(false);
        for (const party of report.party) expect(canBeTold(organisation, party, report.party, party)).toBe(false);
        outcomes.add(choice.because);
        reports += 1;
      }
    }),
    { seed, numRuns: 500 },
  );

  expect(reports).toBe(4000);
  expect([...outcomes].toSorted()).toEqual(['independentAbove', 'internalControl', 'nobodyEligible']);
});

function matterOf(
  { officers, declarations, units: tree }: GeneratedOrganisation,
  report: GeneratedOrganisation['reports'][number],
): Parameters<typeof conflictsOf> {
  const steps = report.declaration === null ? [] : (declarations[report.declaration]?.steps ?? []);
  const recorded = steps.map(({ step, officer: officerId }) => ({ step, officerId, at: '2026-03-05T02:00:00Z' }));
  const known = officers.map(({ name, title, role, unit }, id) => ({
    ...{ id, name, title },
    isManager: role === 'unitHead' || role === 'departmentLeader',
    unitNames: [tree[unit]?.name ?? ''],
  }));
  return [{ text: report.text, subjectIds: report.subjects, step: report.step, recorded }, known];
}

function peopleOf({ officers }: GeneratedOrganisation, excluded: ReadonlySet<number>): Independent[] {
  return officers.flatMap(({ role, unit, isAway }, id) =>
    role === 'officer' || role === 'administrator'
      ? []
      : [{ ...person(id, unit, role), isAbsent: isAway, isExcluded: excluded.has(id) }],
  );
}

function isFreeToTakeIt({ role, isAbsent, isExcluded }: Independent): boolean {
  return !isAbsent && !isExcluded && (role === 'internalControl' || role === 'departmentLeader');
}

function canBeTold(
  { officers }: GeneratedOrganisation,
  officerId: number,
  excludedOfficerIds: ReadonlySet<number>,
  assigneeId: number | null,
): boolean {
  const role = officers[officerId]?.role ?? 'officer';
  return mayBeTold(
    { officerId, role, unitIds: new Set() },
    { kind: 'report', unitId: 0, assigneeId, excludedOfficerIds, toldOfficerIds: new Set() },
  );
}

function officer(officerId: number, unitId: number, because: string) {
  return { to: 'officer', officerId, unitId, because };
}

function person(officerId: number, unitId: number, role: Independent['role']): Independent {
  const idle = { isOnDuty: true, isAbsent: false, isExcluded: false, openCases: 0, lastAssignedAt: null };
  return { officerId, unitId, role, substituteId: null, ...idle };
}
