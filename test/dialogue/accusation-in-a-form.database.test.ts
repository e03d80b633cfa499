import { expect, test } from 'vitest';
import { openChat } from '../support/chat.ts';
import { openDesk } from '../support/desk.ts';

const accusation = 'Cán bộ Nguyễn Thị Lan đòi bồi dưỡng 2 triệu mới cho qua';

test.each([
  ['while the bot asks which case a message belongs to', ['Khai sai đơn giá sau thông quan thì sửa tờ khai thế nào?']],
  ['while a form is being filled', ['Vướng mắc mới']],
])('an accusation %s goes to internal control and to no ordinary case', async (_, before) => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const person = openChat(desk).person('84900021');
  await person.writes('/start');
  await person.presses('Đồng ý');
  await person.writes('Tờ khai 107705060720 ở hải quan 03TG chưa ai kiểm hồ sơ');
  await person.presses('Gửi');
  await person.writes('Khai sai đơn giá sau thông quan thì sửa tờ khai thế nào?');
  if (before[0] === 'Vướng mắc mới') await person.presses('Vướng mắc mới');

  await person.writes(accusation);
  await person.presses('Gửi');

  const rows = await desk.database.sql<{ kind: string }[]>`
    select k.kind from messages m join cases k on k.id = m.case_id where m.text = ${accusation}`;
  expect(rows.map(({ kind }) => kind)).toEqual(['report']);
});
