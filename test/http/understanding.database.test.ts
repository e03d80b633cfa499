import { expect, test } from 'vitest';
import { recordConsent } from '../../src/store/conversations.ts';
import { allCorrections } from '../../src/store/understanding-corrections.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';
import { openWeb } from '../support/web.ts';

const now = '2026-03-06T09:00+07:00';
const path = '/api/v1/cases/VM-2026-000001/understanding';

test('an officer confirms what the bot understood or puts it right; the promise stands and the ledger says who', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const { conversationId, units, officers } = desk.organisation;
  await desk.database.db.transaction((tx) =>
    recordConsent(tx, { conversationId, answer: 'given', textVersion: 'thử', at: desk.clock.now() }),
  );
  await openACase(desk, { description: 'Tờ khai 104123456780 bị bác hồ sơ xuất xứ, gọi 0912345678' });
  const lan = await web.signIn(officers.lan);
  const before = await lan.get('/api/v1/cases/VM-2026-000001');

  const nothing = await lan.post(path, {});
  const nonsense = [
    await lan.post(path, { category: 'khac' }),
    await lan.post(path, { declaration: '12345' }),
    await lan.post(path, { office: '99XX' }),
  ];
  const checked = await lan.post(path, { category: 'origin_co', office: '03TG', declaration: '104 123 456 780' });
  const understanding = await lan.get(path);
  const moved = await lan.post(path, { office: '03CC' });
  const offered = await lan.get(path);

  expect(nothing.status).toBe(409);
  expect(nonsense.map(({ status }) => status)).toEqual([400, 400, 404]);
  expect(checked.body).toMatchObject({
    category: 'origin_co',
    declarationNo: '104123456780',
    unitName: before.body.unitName,
    clocks: before.body.clocks,
  });
  const by = { by: 'Nguyễn Thị Lan', at: '2026-03-06T02:00:00.000Z' };
  expect(understanding.body).toMatchObject({
    mayCorrect: true,
    belongsTo: null,
    fields: [
      { field: 'category', value: 'origin_co', checked: { ...by, isCorrected: true } },
      { field: 'office', value: '03TG', checked: { ...by, isCorrected: false } },
      { field: 'declaration', value: '104123456780', checked: { ...by, isCorrected: true } },
    ],
  });
  const sentences = (moved.body.events as unknown as { type: string; text: string }[])
    .filter(({ type }) => type === 'checked')
    .map(({ text }) => text);
  expect(sentences).toEqual([
    'Sửa loại vướng mắc từ “Giám sát, VASSCM, cổng cảng” thành “Xuất xứ, C/O”, số tờ khai từ “chưa có” thành “104123456780”; xác nhận nơi làm thủ tục',
    'Sửa nơi làm thủ tục từ “03TG” thành “03CC”',
  ]);
  // Offered, and not done by itself.
  expect(offered.body.belongsTo).toMatchObject({ id: units.port1 });
  expect(moved.body.unitName).toBe(before.body.unitName);
  const kept = await allCorrections(desk.database.db);
  expect(kept).toMatchObject([
    { about: 'category', guessed: 'supervision_vasscm', chosen: 'origin_co', language: 'vi' },
  ]);
  expect(kept[0]?.text).not.toMatch(/104123456780|0912345678/u);
});

test('of a matter about conduct nothing is put right here, and nobody learns from its words', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const { conversationId, officers } = desk.organisation;
  await desk.database.db.transaction((tx) =>
    recordConsent(tx, { conversationId, answer: 'given', textVersion: 'thử', at: desk.clock.now() }),
  );
  const { row } = await openACase(desk, { kind: 'report' });
  const control = await web.signIn(officers.control);
  const lan = await web.signIn(officers.lan);
  const report = `/api/v1/cases/${row.reference}/understanding`;

  const seen = await control.get(report);
  const refused = await control.post(report, { category: 'penalty' });

  expect([seen.body.mayCorrect, refused.status]).toEqual([false, 409]);
  expect([(await lan.get(report)).status, (await lan.post(report, { category: 'penalty' })).status]).toEqual([
    404, 404,
  ]);
  expect(await allCorrections(desk.database.db)).toEqual([]);
});
