import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { addExclusion } from '../../../src/desk/cases/add-exclusion.ts';
import { takeCase } from '../../../src/desk/cases/take-case.ts';
import { attempt } from '../../../src/dialogue/flows/officer/officer-turn.ts';
import { Conflict } from '../../../src/errors.ts';
import { eventRows, ledgerOfCase, lockCase } from '../../../src/store/cases.ts';
import { excludedFrom } from '../../../src/store/organisation.ts';
import { openACase } from '../../support/cases.ts';
import { openDesk } from '../../support/desk.ts';

test('what a verb did within a turn is seen by the rest of the turn, and what was refused leaves nothing', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const { row } = await openACase(desk);
  const { reference } = row;
  const { tuan, minh } = desk.organisation.officers;

  const seen = await act(desk, { kind: 'officer', officerId: tuan.id }, async (current) => {
    const before = await lockCase(current.tx, reference);
    await eventRows(current.tx, row.id);
    await ledgerOfCase(current.tx, row);
    await excludedFrom(current.tx, row.id);
    const refused = await attempt(current, async (inner) => {
      await takeCase(inner, { reference });
      throw new Conflict('tooLate', 'Muộn rồi.');
    });
    const between = await lockCase(current.tx, reference);
    await attempt(current, (inner) => takeCase(inner, { reference }));
    const after = await lockCase(current.tx, reference);
    await attempt({ ...current, by: { kind: 'apiKey', name: 'kiểm tra' } }, (inner) =>
      addExclusion(inner, { reference, officerId: minh.id, because: 'Kiểm tra nội bộ xác định' }),
    );
    const excluded = await excludedFrom(current.tx, row.id);
    const events = (await eventRows(current.tx, row.id)).map(({ type }) => type);
    const ledger = (await ledgerOfCase(current.tx, row)).rows.map(({ type }) => type);
    return { before, refused, between, after, excluded, events, ledger };
  });

  expect(seen.refused).toMatchObject({ ok: false, refusal: { code: 'tooLate' } });
  expect(seen.between).toEqual(seen.before);
  expect(seen.after?.assigneeId).toBe(tuan.id);
  expect([...seen.excluded]).toEqual([minh.id]);
  expect(seen.events.filter((type) => type === 'taken')).toHaveLength(1);
  expect(seen.ledger).toEqual(seen.events);
  expect(seen.after?.lastOrdinal).toBeGreaterThan(row.lastOrdinal);
});
