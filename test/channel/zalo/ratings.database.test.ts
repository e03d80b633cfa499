import { expect, test } from 'vitest';
import { openDesk } from '../../support/desk.ts';
import { anEnterprise, seaStar, speaksFor } from '../../support/linking.ts';
import { declares, invites } from '../../support/ratings.ts';
import { openZaloOa } from '../../support/zalo-oa.ts';
import { zaloPerson } from '../../support/zalo-person.ts';

const now = '2026-11-25T09:00:00+07:00';
const an = '8274619301845517203';

test('on Zalo outside its window an invitation waits until the person writes; inside it, it is a tap', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  const star = await anEnterprise(desk, seaStar);
  const mai = zaloPerson(oa, an, 'Trần Thị Mai');
  const asks = async () => {
    await invites(desk, oa.connection.channel);
    desk.clock.advanceMinutes(5);
    await invites(desk, oa.connection.channel);
    await oa.settle();
  };
  await mai.does('(quan tâm OA)', (person) => person.follows());
  await mai.presses('Đồng ý');
  await speaksFor(desk, an, star);
  await declares(desk, { taxCode: star.taxCode, number: '107861377120' });
  await asks();
  await mai.presses('5 ⭐ Rất hài lòng');
  await mai.writes('xong');

  desk.clock.set('2026-12-07T09:00:00+07:00');
  await declares(desk, { taxCode: star.taxCode, number: '107861377230' });
  await asks();
  const whileClosed = await desk.database.sql`select state from outbox order by id desc limit 1`;
  desk.clock.set('2026-12-08T08:30:00+07:00');
  await mai.writes('chào buổi sáng');
  await mai.presses('3 ⭐ Bình thường');
  await mai.writes('nhân viên yêu cầu bổ sung bản giấy dù đã nộp trên hệ thống');
  await mai.writes('xong');

  expect(whileClosed).toEqual([{ state: 'held' }]);
  await expect(mai.transcript()).toMatchFileSnapshot('../../transcripts/ratings/zalo-outside-its-window.txt');
  const rated = await desk.database.sql`select number11, level from ratings order by id`;
  expect(rated).toEqual([
    { number11: '10786137712', level: 5 },
    { number11: '10786137723', level: 3 },
  ]);
});

test('a level typed as a button’s hidden text, or copied from somebody else’s button, rates nothing', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  const star = await anEnterprise(desk, seaStar);
  const mai = zaloPerson(oa, an, 'Trần Thị Mai');
  await mai.does('(quan tâm OA)', (person) => person.follows());
  await mai.presses('Đồng ý');
  await speaksFor(desk, an, star);
  await declares(desk, { taxCode: star.taxCode, number: '107861377120' });

  for (const text of ['#dh:rate:5:10786137712', '#dh:rate:5:10786137712~AAAAAAAAAAAA', 'rate:5:10786137712'])
    await mai.writes(text);

  expect(await desk.database.sql`select * from ratings`).toEqual([]);
});
