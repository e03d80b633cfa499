import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { takeCase } from '../../src/desk/cases/take-case.ts';
import { caseExclusions, cases } from '../../src/store/schema/cases.ts';
import { openACase } from '../support/cases.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { type Answer, openWeb } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';

test('an officer sees the cases of the own unit, what is due next first', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { lan: officer } = desk.organisation.officers;
  const { row } = await openACase(desk, { description: 'Chờ được' });
  await act(desk, { kind: 'officer', officerId: officer.id }, (current) =>
    takeCase(current, { reference: row.reference }),
  );
  await openACase(desk, { description: 'Hàng dừng tại cảng', urgent: true });
  await openACase(desk, { description: 'Việc của cảng 1', officeCode: '03CC' });
  const lan = await web.signIn(officer);

  const page = await lan.get('/api/v1/cases');

  expect(page.status).toBe(200);
  expect(items(page).map(({ description }) => description)).toEqual(['Hàng dừng tại cảng', 'Chờ được']);
  expect(items(page)[0]).toMatchObject({
    reference: 'VM-2026-000002',
    state: 'open',
    urgent: true,
    enterprise: { name: 'Công ty TNHH Đồ gỗ Đại Dương', taxCode: '0200000011', isVerified: true },
    assignee: { name: 'Nguyễn Thị Lan', unitName: 'Hải quan cửa khẩu cảng Hải Phòng khu vực 3' },
    categoryLabel: 'Giám sát, VASSCM, cổng cảng',
    channel: 'telegram',
    lastMessage: { author: 'person', text: 'Hàng dừng tại cảng' },
  });
});

test('a promise reads as broken as soon as its time has passed, before anybody was told', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);

  desk.clock.set('2026-03-06T09:30+07:00');
  const atTheInstant = await web.program.get('/api/v1/cases');
  desk.clock.set('2026-03-06T09:30:01+07:00');
  const after = await web.program.get('/api/v1/cases');

  expect(stateOf(atTheInstant, 'acknowledge')).toBe('running');
  expect(stateOf(after, 'acknowledge')).toBe('broken');
  expect(stateOf(after, 'firstResponse')).toBe('running');
});

test.each([
  ['by a part of its number', '000001'],
  ['by words without marks', 'khu vuc giam sat'],
  ['by words with marks, in another case and order', 'SÁT Giám'],
  ['by the name of the enterprise', 'dai duong'],
  ['by the tax code', '0200000011'],
  ['by the declaration', '1055512345'],
])('a case is found %s', async (_, q) => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk, { declarationNo: '105551234560', description: 'Chưa qua KHU VỰC giám sát' });

  const page = await web.program.get(`/api/v1/cases?q=${encodeURIComponent(q)}`);

  expect(items(page)).toHaveLength(1);
});

test.each(['%', '_', '.', 'x*', '(', '\\', '[a', 'giam cuoi'])(
  'a search for “%s” finds no case that does not say so',
  async (q) => {
    await using desk = await openDesk({ now: morning });
    await using web = await openWeb(desk);
    await openACase(desk, { description: 'Container chưa qua giám sát' });

    const page = await web.program.get(`/api/v1/cases?q=${encodeURIComponent(q)}`);

    expect(page.status).toBe(200);
    expect(items(page)).toEqual([]);
  },
);

test('text that was stored with separate marks is found too', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk, { description: 'Cảng Đình Vũ'.normalize('NFD') });

  const page = await web.program.get(`/api/v1/cases?q=${encodeURIComponent('cảng đình vũ')}`);

  expect(items(page)).toHaveLength(1);
});

test('page after page, every case comes once, also those that share a due time or have none', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  for (let index = 0; index < 9; index += 1) await openACase(desk, { urgent: index % 3 === 0 });
  await desk.database.db.update(cases).set({ nextDueAt: null }).where(eq(cases.reference, 'VM-2026-000002'));
  await desk.database.db.update(cases).set({ nextDueAt: null }).where(eq(cases.reference, 'VM-2026-000005'));
  const everything = items(await web.program.get('/api/v1/cases')).map(({ reference }) => reference);

  const walked: unknown[] = [];
  let cursor: unknown = null;
  do {
    const page = await web.program.get(`/api/v1/cases?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
    walked.push(...items(page).map(({ reference }) => reference));
    cursor = page.body.nextCursor;
  } while (cursor !== null);

  expect(walked).toEqual(everything);
  expect(new Set(walked).size).toBe(9);
});

test('each order lists every case once, either way round, and what has nothing to be sorted by comes last', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  for (let index = 0; index < 6; index += 1) {
    desk.clock.advanceBy(60_000);
    await openACase(desk, { urgent: index === 2, description: `Việc thứ ${index + 1}` });
  }
  const numbered = (number: number) => eq(cases.reference, `VM-2026-00000${number}`);
  const { db } = desk.database;
  await db.update(cases).set({ waitingSince: null, nextDueAt: null }).where(numbered(1));
  await db.update(cases).set({ level: 3 }).where(numbered(5));
  await db.update(cases).set({ lastActivityAt: desk.clock.now() }).where(numbered(4));
  const walk = async (order: string) => {
    const walked: string[] = [];
    for (let cursor: unknown = null; ; ) {
      const page = await web.program.get(`/api/v1/cases?limit=2&${order}${cursor === null ? '' : `&cursor=${cursor}`}`);
      walked.push(...items(page).map(({ reference }) => String(reference).slice(-1)));
      cursor = page.body.nextCursor;
      if (cursor === null) return walked.join('');
    }
  };

  const orders = ['due', 'waiting', 'activity', 'urgency', 'opened'].flatMap((sort) =>
    ['asc', 'desc'].map((order) => `sort=${sort}&order=${order}`),
  );
  const walked = Object.fromEntries(
    await Promise.all(orders.map(async (order) => [order, await walk(order)] as const)),
  );

  expect(walked).toEqual({
    'sort=due&order=asc': '234561',
    'sort=due&order=desc': '654321',
    'sort=waiting&order=asc': '234561',
    'sort=waiting&order=desc': '654321',
    'sort=activity&order=asc': '123546',
    'sort=activity&order=desc': '645321',
    'sort=urgency&order=asc': '124653',
    'sort=urgency&order=desc': '356421',
    'sort=opened&order=asc': '123456',
    'sort=opened&order=desc': '654321',
  });
});

test('the counts say how long the lists are, for each reader', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { lan, hoa, leader, control, administrator } = desk.organisation.officers;
  const [first] = [await openACase(desk), await openACase(desk), await openACase(desk, { officeCode: '03CC' })];
  await openACase(desk, { kind: 'report' });
  await desk.database.db.update(cases).set({ assigneeId: null }).where(eq(cases.id, first.row.id));
  await desk.database.db.update(cases).set({ state: 'closed' }).where(eq(cases.reference, 'VM-2026-000002'));
  desk.clock.set('2026-03-06T09:30:01+07:00');

  for (const officer of [lan, hoa, leader, control, administrator]) {
    const caller = await web.signIn(officer);
    const counts = await caller.get('/api/v1/cases/counts');
    const lengths = {
      mine: items(await caller.get('/api/v1/cases?box=mine')).length,
      unassigned: items(await caller.get('/api/v1/cases?box=unassigned')).length,
      all: items(await caller.get('/api/v1/cases?box=all')).length,
      overdue: items(await caller.get('/api/v1/cases?overdue=true')).length,
    };
    expect([officer.role, counts.body]).toEqual([officer.role, lengths]);
  }
});

test('closed cases are left out unless they are asked for', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  await openACase(desk);
  await desk.database.db.update(cases).set({ state: 'closed' }).where(eq(cases.reference, 'VM-2026-000001'));

  const open = await web.program.get('/api/v1/cases');
  const closed = await web.program.get('/api/v1/cases?state=closed');
  const any = await web.program.get('/api/v1/cases?state=any');

  expect([items(open).length, items(closed).length, items(any).length]).toEqual([1, 1, 2]);
});

test('an excluded officer meets no trace of the case, whatever the rank', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const opened = await openACase(desk, { description: 'Bí mật' });
  await exclude(desk, opened.row.id, desk.organisation.officers.leader.id);
  const leader = await web.signIn(desk.organisation.officers.leader);
  const hoa = await web.signIn(desk.organisation.officers.hoa);

  const seen = [
    items(await leader.get('/api/v1/cases?state=any')),
    items(await leader.get(`/api/v1/cases?q=${encodeURIComponent('bí mật')}`)),
    (await leader.get('/api/v1/cases/counts')).body,
    (await leader.get(`/api/v1/cases/${opened.row.reference}`)).status,
  ];

  expect(seen).toEqual([[], [], { mine: 0, unassigned: 0, all: 0, overdue: 0 }, 404]);
  expect(items(await hoa.get('/api/v1/cases'))).toHaveLength(1);
});

test('what is mine follows whoever takes the case', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { lan, tuan } = desk.organisation.officers;
  const { row } = await openACase(desk);
  await act(desk, { kind: 'officer', officerId: tuan.id }, (current) =>
    takeCase(current, { reference: row.reference }),
  );

  const ofLan = await (await web.signIn(lan)).get('/api/v1/cases?box=mine');
  const ofTuan = await (await web.signIn(tuan)).get('/api/v1/cases?box=mine');

  expect([items(ofLan).length, items(ofTuan).length]).toEqual([0, 1]);
});

function items(page: Answer): readonly Record<string, unknown>[] {
  return page.body.items as readonly Record<string, unknown>[];
}

function stateOf(page: Answer, kind: string): unknown {
  const clocks = items(page)[0]?.clocks as readonly Record<string, unknown>[];
  return clocks.find((clock) => clock.kind === kind)?.state;
}

async function exclude(desk: TestDesk, caseId: number, officerId: number): Promise<void> {
  await desk.database.db.insert(caseExclusions).values({ caseId, officerId, because: 'người bị phản ánh' });
}
