import { expect, test } from 'vitest';
import { changeResponsibility, endResponsibility } from '../../../src/desk/organisation/change-responsibility.ts';
import { addResponsibility, type RuleTerms } from '../../../src/desk/organisation/responsibility-rule.ts';
import { rulesOn } from '../../../src/store/responsibility.ts';
import { as, asAdministrator, refusalOf, told } from '../../support/administration.ts';
import { openACase } from '../../support/cases.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';

const morning = '2026-03-06T09:00+07:00';
const today = '2026-03-06';

test('a rule decides from its first day on and is closed the day it changes', async () => {
  await using desk = await openDesk({ now: morning });
  const { port1, supervision } = desk.organisation.units;
  const ruleId = await add(desk, { category: 'origin_co', unitId: port1 });
  const before = await openACase(desk, { category: 'origin_co' });

  const changed = await asAdministrator(desk, (current) =>
    changeResponsibility(current, { ruleId, validFrom: '2026-03-09', change: { unitId: supervision } }),
  );

  const stillFriday = await openACase(desk, { category: 'origin_co' });
  desk.clock.set('2026-03-09T00:00+07:00');
  const onMonday = await openACase(desk, { category: 'origin_co' });
  expect([before.row.unitId, stillFriday.row.unitId, onMonday.row.unitId]).toEqual([port1, port1, supervision]);
  expect(await idsOn(desk, '2026-03-08')).toEqual([ruleId, 1]);
  expect(await idsOn(desk, '2026-03-09')).toEqual([changed, 1]);
  expect(await idsOn(desk, '2026-03-05')).toEqual([1]);
  expect((await told(desk)).at(-1)).toMatchObject({
    type: 'responsibilityChanged',
    detail: { ruleId: changed, replaces: ruleId, before: { unitId: port1 }, after: { unitId: supervision } },
  });
});

test('a rule is refused to whoever may not, for what is not there and in the place of another for the same matter', async () => {
  await using desk = await openDesk({ now: morning });
  const { port1 } = desk.organisation.units;
  const { hoa } = desk.organisation.officers;
  await add(desk, { category: 'origin_co', unitId: port1 });

  const refusals = [
    await refusalOf(as(desk, hoa, (current) => addResponsibility(current, { ...rule, validFrom: today }))),
    await refusalOf(add(desk, { category: 'fishing' })),
    await refusalOf(add(desk, { officeCode: '99ZZ' })),
    await refusalOf(add(desk, { unitId: 999 })),
    await refusalOf(add(desk, { category: null })),
  ];
  const beside = await add(desk, { category: 'penalty' });

  expect(refusals.map(({ code }) => code)).toEqual([
    'notPermitted',
    'notFound',
    'notFound',
    'notFound',
    'samePrecedence',
  ]);
  expect(beside).toBeGreaterThan(0);
});

test('a rule is put right on its first day, changed for nothing never, and ended once', async () => {
  await using desk = await openDesk({ now: morning });
  const ruleId = await add(desk, { category: 'penalty' });
  const change = (terms: Partial<RuleTerms>) =>
    asAdministrator(desk, (current) => changeResponsibility(current, { ruleId, validFrom: today, change: terms }));
  const end = (validTo: string) => asAdministrator(desk, (current) => endResponsibility(current, { ruleId, validTo }));

  expect(await change({ note: 'Đơn vị phát hiện vi phạm' })).toBe(ruleId);
  expect((await refusalOf(change({}))).code).toBe('nothingChanges');
  expect((await refusalOf(end(today))).code).toBe('laterChangeStands');
  await end('2026-03-07');
  expect((await refusalOf(end('2026-03-08'))).code).toBe('ended');
  expect((await refusalOf(change({ precedence: 7 }))).code).toBe('ended');

  expect(await idsOn(desk, today)).toEqual([ruleId, 1]);
  expect(await idsOn(desk, '2026-03-07')).toEqual([1]);
});

const rule: RuleTerms = {
  precedence: 10,
  kind: null,
  category: null,
  urgent: null,
  officeCode: null,
  unitId: null,
  note: 'Thử',
};

async function add(desk: TestDesk, terms: Partial<RuleTerms>): Promise<number> {
  return asAdministrator(desk, (current) => addResponsibility(current, { ...rule, ...terms, validFrom: today }));
}

async function idsOn(desk: TestDesk, day: string): Promise<number[]> {
  return (await rulesOn(desk.database.db, day, { after: null, limit: 10 })).map(({ id }) => id);
}
