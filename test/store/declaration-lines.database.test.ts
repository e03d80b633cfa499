import { expect, test } from 'vitest';
import type { Declaration } from '../../src/rules/declarations/declaration.ts';
import { declarationIn, lineOf } from '../../src/store/declaration-lines.ts';
import { addDeclarations, declarationLines, declarationsByKey } from '../../src/store/declarations.ts';
import { openDesk } from '../support/desk.ts';

const at = new Date('2026-03-05T03:40:09.120Z');
const step = { step: 'documentCheck', at: at.toISOString(), officerEmail: null, team: null } as const;

test('the server writes a stored declaration as the line it was entered by, whatever stands in it', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const plain: Declaration = {
    ...{ number: '104722599001', officeCode: '03EE', typeCode: 'A11', channel: 'yellow', state: 'cleared' },
    ...{ registeredAt: new Date('2026-03-04T17:00:00Z'), stateAt: at, steps: [] },
  };
  const odd: Declaration = { ...plain, number: '304722599000', officeCode: null, typeCode: null, channel: null };
  const names = ['Đội Thủ tục', 'Tổ "1" \\ A', 'a\tb\nc\u0001', '한국', ''];
  const told = [
    plain,
    odd,
    { ...plain, number: '504722599000', steps: [step, { ...step, officerEmail: 'lan@haiquan.vidu.vn', team: 'Tổ 1' }] },
    ...names.flatMap((name, place) => [
      { ...plain, number: `10000000000${place}`.padEnd(12, '0'), stateAt: new Date(at.getTime() + place * 997) },
      {
        ...odd,
        number: `3000000000${place}0`,
        steps: [
          { ...step, team: name },
          { ...step, officerEmail: name },
        ],
      },
    ]),
  ];
  const unique = [...new Map(told.map((each) => [each.number.slice(0, 11), each])).values()];
  const lines = unique.map((each) => ({ key: each.number.slice(0, 11), enterpriseId: 1, line: lineOf(each) }));

  const [written, rows] = await desk.database.db.transaction(async (tx) => {
    await addDeclarations(tx, lines, desk.clock.now());
    const keys = lines.map(({ key }) => key);
    return [await declarationLines(tx, [...keys, '99999999999']), await declarationsByKey(tx, keys)] as const;
  });

  expect(written).toEqual(new Map(lines.map(({ key, line }) => [key, `1\t${line}`])));
  expect(lines.map(({ line }) => declarationIn(line))).toEqual(unique);
  const stored = new Map(rows.map((row) => [row.number, row]));
  for (const each of unique) expect(stored.get(each.number)).toMatchObject(each);
});
