import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { takeDeclarations } from '../../../src/desk/declarations/take-declarations.ts';
import type { Declaration, DeclarationStep } from '../../../src/rules/declarations/declaration.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';

test('of two who tell of one declaration at the same moment neither loses what the other told', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const by = { kind: 'apiKey', name: 'bootstrap' } as const;
  const tell = (told: Declaration) =>
    act(desk, by, (current) => takeDeclarations(current, [{ about: 'declaration', taxCode: '0201975599', told }]));

  // The enterprise is known, so that only the declaration makes one wait for the other.
  await tell({ ...telling('cleared'), number: '107861377000' });

  const both = await act(desk, by, async (current) => {
    await takeDeclarations(current, [{ about: 'declaration', taxCode: '0201975599', told: telling('documentCheck') }]);
    const other = tell(telling('cleared'));
    await someoneWaits(desk);
    return { other };
  });

  expect(await both.other).toEqual(['changed']);
  const [row] = await desk.database.sql`select state, steps from declarations where number = '107861377820'`;
  expect(row).toMatchObject({ state: 'cleared', steps: [{ step: 'documentCheck' }, { step: 'cleared' }] });
});

function telling(step: DeclarationStep['step']): Declaration {
  const at = new Date(step === 'cleared' ? '2026-11-23T09:00:00+07:00' : '2026-11-23T08:30:00+07:00');
  return {
    number: '107861377820',
    officeCode: '03TG',
    typeCode: 'A11',
    channel: 'yellow',
    registeredAt: new Date('2026-11-23T08:00:00+07:00'),
    state: step === 'cleared' ? 'cleared' : 'inspecting',
    stateAt: at,
    steps: [{ step, at: at.toISOString(), officerEmail: null, team: null }],
  };
}

async function someoneWaits({ database: { sql } }: TestDesk): Promise<void> {
  for (;;) {
    const [row] = await sql`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    if (row?.waiting > 0) return;
  }
}
