import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { interimReply } from '../../src/desk/cases/interim-reply.ts';
import { mergeCase } from '../../src/desk/cases/merge.ts';
import { reply } from '../../src/desk/cases/reply.ts';
import { transfer } from '../../src/desk/cases/transfer.ts';
import { openChat, transcriptOf } from '../support/chat.ts';
import { openDesk } from '../support/desk.ts';

const transcripts = '../transcripts';

test('an enterprise that is not content with an answer asks the level above, once a level', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const mai = chat.person('84900031');
  const { lan, hoa } = desk.organisation.officers;

  await mai.writes('/start');
  await mai.presses('Đồng ý');
  await mai.writes('Tờ khai 107705060720 ở hải quan 03TG bị yêu cầu nộp lại C/O dù đã có bản điện tử');
  await mai.presses('Gửi');
  const reference = /VM-\d{4}-\d{6}/.exec(mai.lastWords)?.[0] ?? '';
  await mai.sends({ kind: 'choice', value: `raise:${reference}`, acknowledge: null });
  desk.clock.advanceMinutes(20);
  await act(desk, { kind: 'officer', officerId: lan.id }, (a) =>
    reply(a, { reference, text: 'Anh/chị vẫn phải nộp bản giấy.', next: 'resolve' }),
  );
  await chat.settle();
  await mai.presses('Yêu cầu cấp trên xem lại');
  await mai.writes('Thông tư mới cho phép dùng bản điện tử');
  await mai.presses('Yêu cầu cấp trên xem lại');
  desk.clock.advanceMinutes(60);
  await act(desk, { kind: 'officer', officerId: hoa.id }, (a) =>
    interimReply(a, {
      reference,
      text: 'Đơn vị đang hỏi ý kiến phòng nghiệp vụ.',
      newDueAt: new Date('2026-11-30T10:00:00+07:00'),
    }),
  );
  await chat.settle();
  await mai.presses('Hồ sơ của tôi');
  await mai.presses(reference);

  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/asks-level-above.txt`);
});

test('a duplicate goes on under the older number, and a case that was passed on says where it is', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const chat = openChat(desk);
  const john = chat.person('84900032', { name: 'John', language: 'en' });
  const { hoa } = desk.organisation.officers;
  const { port1 } = desk.organisation.units;

  await john.writes('hello');
  await john.presses('I agree');
  await john.writes('Declaration 107705060720 at 03TG has been in yellow channel since yesterday');
  await john.presses('Send');
  desk.clock.advanceMinutes(5);
  await john.writes('Nobody checks the documents of declaration 107705060720 at 03TG');
  await john.presses('A new problem');
  await john.presses('Send');
  const [older, younger] = [...new Set(transcriptOf(john).match(/VM-\d{4}-\d{6}/g))].toSorted();
  const as = { kind: 'officer' as const, officerId: hoa.id };
  await act(desk, as, (a) => mergeCase(a, { reference: younger ?? '', into: older ?? '' }));
  await chat.settle();
  await john.repliesTo(`Case: *${younger}*`, 'The vessel leaves tonight');
  await act(desk, as, (a) => transfer(a, { reference: older ?? '', toUnitId: port1, reason: 'Hàng ở cảng 1' }));
  await chat.settle();
  await john.sends({ kind: 'choice', value: `case:${younger}`, acknowledge: null });

  await expect(transcriptOf(john)).toMatchFileSnapshot(`${transcripts}/merged-and-passed-on.txt`);
});
