import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { reply } from '../../src/desk/cases/reply.ts';
import { openChat, transcriptOf } from '../support/chat.ts';
import { openDesk } from '../support/desk.ts';

const transcripts = '../transcripts';

test('an enterprise raises an issue, is answered and confirms that it is solved', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const mai = chat.person('84900001');

  await mai.writes('xin chào');
  await mai.presses('Đồng ý');
  await mai.writes(
    'tk 107705060720 nop du ctu tu 10h hom qua ma ch duyet, hang tuoi song dang nam o cang kv3, nho ad xem giup',
  );
  await mai.presses('Đơn vị');
  await mai.writes('03TG');
  await mai.sendsFile('phieu-can.jpg');
  await mai.writes('gửi');
  const reference = /VM-\d{4}-\d{6}/.exec(mai.lastWords)?.[0] ?? '';
  desk.clock.advanceMinutes(25);
  const lan = { kind: 'officer' as const, officerId: desk.organisation.officers.lan.id };
  await act(desk, lan, (current) =>
    reply(current, {
      reference,
      text: 'Tờ khai đã được duyệt lúc 09:35. Anh/chị kiểm tra lại trên hệ thống giúp.',
      next: 'resolve',
    }),
  );
  await chat.settle();
  await mai.presses('Đã giải quyết');
  await mai.presses('Hồ sơ của tôi');

  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/raise-issue.txt`);
});

test('a person who declines can look around and is asked again before an issue is kept', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const person = chat.person('84900002', { name: 'Người lạ' });

  await person.writes('/start');
  await person.presses('Không đồng ý');
  await person.presses('Tra cứu phụ lục');
  await person.writes('tờ khai 107705060720 luồng đỏ chờ kiểm hóa 3 hôm chưa tới lượt');
  await person.presses('Đồng ý');
  await person.writes('hủy');

  await expect(transcriptOf(person)).toMatchFileSnapshot(`${transcripts}/declines-then-agrees.txt`);
});

test('with an open case the bot asks where a new message belongs, and a reply to its message needs no question', async () => {
  await using desk = await openDesk({ now: '2026-11-23T16:50:00+07:00' });
  const chat = openChat(desk);
  const mai = chat.person('84900003');

  await mai.writes('/start');
  await mai.presses('Đồng ý');
  await mai.writes('Hệ thống báo lỗi A0084 không lấy được số tờ khai');
  await mai.presses('Gửi');
  await mai.repliesTo('Mã vụ việc', 'Lỗi xuất hiện từ 15h chiều nay');
  await mai.writes('Khai sai đơn giá sau thông quan thì sửa tờ khai thế nào?');
  await mai.presses('Vướng mắc mới');
  await mai.writes('/huy');
  await mai.writes('asdf qwer');

  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/several-matters.txt`);
});

test('an accusation goes to internal control and the bot says what a report is not', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const person = chat.person('84900004');

  await person.writes('/start');
  await person.presses('Đồng ý');
  await person.writes('Cán bộ Nguyễn Thị Lan ở kv3 gợi ý bồi dưỡng 2 triệu mới cho qua');
  await person.writes('gửi');

  await expect(transcriptOf(person)).toMatchFileSnapshot(`${transcripts}/accusation.txt`);
});

test('an English-speaking person is spoken to in English', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const john = chat.person('84900005', { name: 'John', language: 'en' });

  await john.writes('hello');
  await john.presses('I agree');
  await john.writes(
    'Declaration 107705060720 has been in yellow channel since yesterday, nobody checks the documents at Dinh Vu',
  );
  await john.presses('Send');

  await expect(transcriptOf(john)).toMatchFileSnapshot(`${transcripts}/in-english.txt`);
});
