import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { forgetUnconsented } from '../../../src/desk/privacy/forget-unconsented.ts';
import { openChat } from '../../support/chat.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';

async function words(desk: TestDesk): Promise<string> {
  const rows = await desk.database.sql<{ all: string }[]>`
    select coalesce(string_agg(text, ' '), '') || (select coalesce(string_agg(body, ' '), '') from inbox)
      || (select coalesce(string_agg(display_name, ' '), '') from conversations where address like '849%')
      || (select coalesce(string_agg(name, ' '), '') from files) as all from messages where author = 'person'`;
  return rows[0]?.all ?? '';
}

const schedule = { kind: 'schedule' as const, name: 'forget-unconsented' };

test('what a person said who did not agree is gone a day later, and not before', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const person = openChat(desk).person('84900001', { name: 'Lê Văn Kín' });
  await person.writes('tờ khai 107705060720 của công ty tôi bị giữ');
  await person.sendsFile('hoa-don-mat.pdf');
  await person.presses('Không đồng ý');

  desk.clock.set('2026-11-24T08:59:00+07:00');
  await act(desk, schedule, forgetUnconsented);
  expect(await words(desk)).toContain('107705060720');

  desk.clock.set('2026-11-24T09:00:01+07:00');
  const forgotten = await act(desk, schedule, forgetUnconsented);

  const left = await words(desk);
  expect(forgotten.messages).toBeGreaterThan(0);
  expect(left).not.toContain('107705060720');
  expect(left).not.toContain('hoa-don-mat');
  expect(left).not.toContain('Lê Văn Kín');
});

test('what a person said who agreed is kept', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const person = openChat(desk).person('84900002', { name: 'Trần Thị Mai' });
  await person.writes('tờ khai 107705060720 bị giữ');
  await person.presses('Đồng ý');

  desk.clock.set('2026-12-23T09:00:00+07:00');
  await act(desk, schedule, forgetUnconsented);

  expect(await words(desk)).toContain('107705060720');
});
