import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { recordDelivery } from '../../src/desk/cases/record-delivery.ts';
import type { CaseDetail } from '../../src/http/views.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';
import { type Caller, openWeb } from '../support/web.ts';

const fridayAfternoon = '2026-03-06T16:00+07:00';

test('a deadline explains itself: promise, article, calendar, what was counted and what was not', async () => {
  await using desk = await openDesk({ now: fridayAfternoon });
  await using web = await openWeb(desk);
  await openACase(desk);

  const { deadlines } = await read(web.program);

  const answer = deadlines.find(({ kind }) => kind === 'firstResponse');
  expect(answer).toMatchObject({
    state: 'running',
    dueAt: '2026-03-09T01:30:00.000Z',
    source: 'PL01 Điều 6',
    policyName: 'Vướng mắc về thủ tục (2020-02-17)',
    calendarVersion: '2026.1',
  });
  expect(answer?.explanation).toEqual([
    'Thời hạn trả lời lần đầu ở cấp 1 là 2 giờ làm việc theo PL01 Điều 6 (chính sách “Vướng mắc về thủ tục”, phiên bản 2020-02-17), từ sự kiện “Mở vụ việc ở cấp 1”.',
    'Bắt đầu tính từ 16:00 thứ Sáu, 06/03/2026, theo lịch làm việc phiên bản 2026.1.',
    'Thứ Sáu, 06/03: tính 16:00–17:00 (1 giờ); không tính 17:00–24:00 (ngoài giờ làm việc).',
    'Từ 00:00 thứ Bảy, 07/03/2026 đến 24:00 Chủ nhật, 08/03/2026: không tính (nghỉ hằng tuần).',
    'Thứ Hai, 09/03: tính 07:30–08:30 (1 giờ); không tính 00:00–07:30 (ngoài giờ làm việc).',
    'Tổng cộng được tính 2 giờ làm việc, đến 08:30 thứ Hai, 09/03/2026.',
    'Còn lại 2 giờ làm việc, đến 08:30 thứ Hai, 09/03.',
  ]);
});

test('the limits of law stand beside our promises, with their articles and how well they were checked', async () => {
  await using desk = await openDesk({ now: fridayAfternoon });
  await using web = await openWeb(desk);
  await openACase(desk, { category: 'processing_delay' });

  const { statutory } = await read(web.program);

  expect(statutory).toContainEqual({
    matter: 'Kiểm tra hồ sơ, kể từ khi tiếp nhận đủ hồ sơ',
    limit: 'chậm nhất 2 giờ làm việc',
    article: 'Luật Hải quan 54/2014/QH13, Điều 23 khoản 2 điểm a',
    binds: 'customs',
    confidence: '2+',
  });
});

test('a standing deadline says since when and why it stands, and what is left of it', async () => {
  await using desk = await openDesk({ now: fridayAfternoon });
  await using web = await openWeb(desk);
  const { row } = await openACase(desk);
  desk.clock.set('2026-03-06T16:30+07:00');
  const lan = await web.signIn(desk.organisation.officers.lan);
  await lan.post(`/api/v1/cases/${row.reference}/replies`, '{"text":"Xin gửi vận đơn","then":"awaitEnterprise"}');
  desk.clock.set('2026-03-09T10:00+07:00');

  const { deadlines, state } = await read(web.program);

  const resolution = deadlines.find(({ kind }) => kind === 'resolution');
  expect(state).toBe('awaitingEnterprise');
  expect(resolution).toMatchObject({ state: 'paused', dueAt: null });
  expect(resolution?.explanation.slice(-2)).toEqual([
    'Tạm dừng từ 16:30 thứ Sáu, 06/03 đến nay: Đề nghị doanh nghiệp bổ sung thông tin, thời hạn giải quyết tạm dừng.',
    'Khi tính tiếp còn lại 2 ngày 5 giờ 30 phút làm việc; hạn mới tính từ lúc đó.',
  ]);
});

test('an answer that arrived meets its deadline, and the history says who did what', async () => {
  await using desk = await openDesk({ now: '2026-03-06T09:00+07:00' });
  await using web = await openWeb(desk);
  const { row } = await openACase(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);
  await lan.post(`/api/v1/cases/${row.reference}/taking`);
  desk.clock.set('2026-03-06T09:20+07:00');
  const replied = await lan.post(`/api/v1/cases/${row.reference}/replies`, {
    text: 'Đã kiểm tra, mời anh/chị qua cổng',
  });
  const messageId = (replied.body as unknown as CaseDetail).messages.at(-1)?.id ?? 0;
  await act(desk, { kind: 'channel', name: 'telegram' }, (current) =>
    recordDelivery(current, { caseId: row.id, messageId, problem: null }),
  );

  const detail = await read(lan);

  expect(detail.events.map(({ by, text }) => `${by}: ${text}`)).toEqual([
    'Doanh nghiệp: Mở vụ việc ở cấp 1',
    'Doanh nghiệp: Giao vụ việc cho Nguyễn Thị Lan',
    'Nguyễn Thị Lan: Nguyễn Thị Lan đã nhận vụ việc',
    'Nguyễn Thị Lan: Nguyễn Thị Lan trả lời doanh nghiệp',
    'Kênh telegram: Câu trả lời đã đến doanh nghiệp',
  ]);
  const answer = detail.deadlines.find(({ kind }) => kind === 'firstResponse');
  expect(answer).toMatchObject({ state: 'met', stoppedAt: '2026-03-06T02:20:00.000Z' });
  expect(answer?.explanation.at(-1)).toBe('Xong lúc 09:20 hôm nay, trong hạn.');
  expect(detail.lastEventOrdinal).toBe(5);
  expect(detail).toMatchObject({ officeName: 'Hải quan CK cảng Hải Phòng khu vực 3', contactName: 'Trần Thị Mai' });
});

async function read(caller: Caller): Promise<CaseDetail> {
  return (await caller.get('/api/v1/cases/VM-2026-000001')).body as unknown as CaseDetail;
}

test('a later word about the declaration shows on the open case, and nobody else’s declaration ever does', async () => {
  await using desk = await openDesk({ now: '2026-03-06T09:00+07:00' });
  await using web = await openWeb(desk);
  const { taxCode } = desk.organisation.enterprise;
  const tells = (number: string, of: string, state: string, stateAt: string) =>
    web.program.post('/api/v1/declarations', {
      items: [{ number, taxCode: of, registeredAt: '2026-03-05T08:00:00+07:00', channel: 'red', state, stateAt }],
    });
  await tells('107705060720', taxCode, 'inspecting', '2026-03-05T09:00:00+07:00');
  await tells('107705060831', '0201975599', 'inspecting', '2026-03-05T09:00:00+07:00');
  await openACase(desk, { declarationNo: '107705060720' });
  await openACase(desk, { declarationNo: '107705060831' });
  await openACase(desk, { declarationNo: '107705060720', isVerified: false });
  const seen = async (number: number) =>
    (await web.program.get(`/api/v1/cases/VM-2026-00000${number}`)).body.declaration;

  const before = await seen(1);
  await tells('107705060720', taxCode, 'cleared', '2026-03-06T08:30:00+07:00');

  expect(before).toMatchObject({ number: '107705060720', state: 'inspecting', channel: 'red' });
  expect(await seen(1)).toMatchObject({ state: 'cleared', stateAt: '2026-03-06T01:30:00.000Z' });
  expect([await seen(2), await seen(3)]).toEqual([null, null]);
});
