import { expect, test } from 'vitest';
import { openDesk } from '../../../support/desk.ts';
import { openWeb } from '../../../support/web.ts';
import { clearedDeclaration, rates } from './low-rating.ts';

test('the head of a rated unit who has no chat reads in the console that there is one, and nothing of by whom', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  await using web = await openWeb(desk);
  const { hoa, lan, tuan, dung, leader } = desk.organisation.officers;
  await clearedDeclaration(desk, {
    from: '2026-11-16T08:00:00+07:00',
    by: { documentCheck: lan, physicalInspection: tuan },
  });
  desk.clock.advanceBy(37_000);

  await rates(desk, { level: 1, reasons: ['slow'], comment: 'Chờ từ sáng' });
  await rates(desk, { level: 2, subject: { kind: 'officer', key: String(lan.id) } });

  const read = await (await web.signIn(hoa)).get('/api/v1/notices');
  expect(read.body).toEqual([
    {
      id: expect.any(Number),
      text: expect.stringMatching(/^\*Hải quan cửa khẩu cảng Hải Phòng khu vực 3 vừa nhận một đánh giá thấp\*/u),
      at: '2026-11-23T02:15:00.000Z',
    },
  ]);
  for (const trace of ['1078612044', 'DG-2026', 'Đại Dương', 'Trần Thị Mai', 'Chờ từ sáng', lan.name])
    expect(JSON.stringify(read.body)).not.toContain(trace);
  // Nothing leads from the notice to the case, and nobody else reads it.
  expect((await (await web.signIn(hoa)).get('/api/v1/alerts')).body).toEqual([]);
  expect((await (await web.signIn(hoa)).get('/api/v1/cases/DG-2026-942493')).status).toBe(404);
  for (const other of [lan, dung, leader])
    expect((await (await web.signIn(other)).get('/api/v1/notices')).body).toEqual([]);
  expect((await web.program.get('/api/v1/notices')).status).toBe(403);
});
