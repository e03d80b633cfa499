import { expect, test } from 'vitest';
import { declarations } from '../../src/store/schema/enterprises.ts';
import { agreements } from '../../src/store/schema/registry.ts';
import { openChat, type Person } from '../support/chat.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { anEnterprise, seagull, seaStar, speaksFor, type TestEnterprise } from '../support/linking.ts';
import { openWeb } from '../support/web.ts';

const now = '2026-11-23T09:15:00+07:00';

test('a letter’s code is said once, with the links that carry it, and proves whose it is', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  await anEnterprise(desk);
  const person = openChat(desk).person('84900601');
  await agrees(person);
  const body = { taxCodes: ['0299 101 121', '0100109106'], role: 'owner' };
  const key = { 'idempotency-key': 'thu-thang-11' };

  const first = await web.program.post('/api/v1/enterprise-codes', body, key);
  const again = await web.program.post('/api/v1/enterprise-codes', body, key);
  const [item] = first.body.items as { code: string; telegramLink: string; webchatLink: string; expiresAt: string }[];
  await person.writes(item?.code ?? '');

  const bare = item?.code.slice(3).replaceAll('-', '');
  expect(item).toMatchObject({
    code: expect.stringMatching(/^DN-[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/),
    telegramLink: `https://t.me/dong_hanh_bot?start=dn_${bare}`,
    webchatLink: `http://localhost:3000/chat?ma=${item?.code}`,
    expiresAt: '2027-02-21T02:15:00.000Z',
  });
  expect(first.body.notFound).toEqual(['0100109106']);
  expect(again.body).toMatchObject({ items: [{ code: null, telegramLink: null, webchatLink: null }] });
  expect(person.lastWords).toContain('với vai trò người quản lý');
  const kept = await desk.database.sql`select body from idempotent_answers`;
  expect(JSON.stringify(kept)).not.toContain(bare);
});

test('heads decide about the enterprises of their units, administrators about all, officers and others about none', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const [ofPort3, ofPort1] = [await anEnterprise(desk, seaStar), await anEnterprise(desk, seagull)];
  await signs(desk, ofPort3, desk.organisation.units.port3);
  await declares(desk, ofPort1, '03CC');
  const { lan, tuan, hoa, dung, control, administrator, leader } = desk.organisation.officers;
  const statuses = async (who: typeof lan) => {
    const caller = await web.signIn(who);
    const of = async ({ taxCode }: TestEnterprise) => (await caller.get(`/api/v1/enterprises/${taxCode}/links`)).status;
    const codes = { taxCodes: [ofPort3.taxCode, ofPort1.taxCode] };
    const made = await caller.post('/api/v1/enterprise-codes', codes, {});
    return [await of(ofPort3), await of(ofPort1), made.status, (made.body.items as unknown[] | undefined)?.length];
  };

  expect(await statuses(lan)).toEqual([403, 403, 403, undefined]);
  expect(await statuses(tuan)).toEqual([403, 403, 403, undefined]);
  expect(await statuses(control)).toEqual([403, 403, 403, undefined]);
  expect(await statuses(hoa)).toEqual([200, 404, 200, 1]);
  expect(await statuses(dung)).toEqual([404, 200, 200, 1]);
  expect(await statuses(leader)).toEqual([200, 200, 200, 2]);
  expect(await statuses(administrator)).toEqual([200, 200, 200, 2]);
  expect((await web.stranger.get(`/api/v1/enterprises/${ofPort3.taxCode}/links`)).status).toBe(401);
});

test('an enterprise of another unit and one that does not exist are answered alike', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const foreign = await anEnterprise(desk, seagull);
  await signs(desk, foreign, desk.organisation.units.port1);
  const hoa = await web.signIn(desk.organisation.officers.hoa);

  const real = await hoa.get(`/api/v1/enterprises/${foreign.taxCode}/links`);
  const made = await hoa.get('/api/v1/enterprises/0100109106/links');

  expect(real.status).toBe(404);
  expect(real.body).toEqual(made.body);
});

test('an officer sees the proof beside what the enterprise registered, and only those who decide see it', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const enterprise = await anEnterprise(desk);
  await signs(desk, enterprise, desk.organisation.units.port3);
  const chat = openChat(desk, 'zalo');
  const hoang = chat.person('84900602', { name: 'Lê Việt Hoàng' });
  await asksFor(hoang, enterprise);
  const hoa = await web.signIn(desk.organisation.officers.hoa);
  const dung = await web.signIn(desk.organisation.officers.dung);

  const own = await hoa.get('/api/v1/link-requests');
  const others = await dung.get('/api/v1/link-requests');
  const foreign = await dung.post('/api/v1/link-requests/1/approval', { role: 'owner' }, {});

  expect(own.body.items).toMatchObject([
    {
      id: 1,
      state: 'open',
      enterprise: { name: seaStar.name, taxCode: seaStar.taxCode },
      person: { name: 'Lê Việt Hoàng', channel: 'zalo' },
      proofs: [{ text: '', files: [{ name: 'giay-gioi-thieu.jpg' }] }, { text: 'Tôi phụ trách thủ tục' }],
      vouchedPhone: null,
      isPhoneRegistered: false,
    },
  ]);
  expect(others.body.items).toEqual([]);
  expect(foreign.status).toBe(404);
});

test('a request is decided once, and the person hears of it in the chat', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const enterprise = await anEnterprise(desk);
  const chat = openChat(desk);
  const hoang = chat.person('84900603', { name: 'Lê Việt Hoàng' });
  await asksFor(hoang, enterprise);
  const administrator = await web.signIn(desk.organisation.officers.administrator);

  const approved = await administrator.post('/api/v1/link-requests/1/approval', { role: 'broker' });
  const again = await administrator.post('/api/v1/link-requests/1/refusal', { because: 'Nhầm' });
  const past = await administrator.post('/api/v1/link-requests/7/approval', {});
  await chat.settle();

  expect(approved.body).toMatchObject({ state: 'approved', decidedBy: 'Đặng Quốc Bảo' });
  expect(again).toMatchObject({ status: 409, body: { code: 'requestDecided' } });
  expect(past.status).toBe(404);
  expect(hoang.lastWords).toContain('đại lý hải quan');
  const decided = await administrator.get('/api/v1/link-requests?state=decided');
  expect(decided.body.items).toHaveLength(1);
});

test('links and codes of an enterprise are listed, revoked and shared from the console', async () => {
  await using desk = await openDesk({ now });
  await using web = await openWeb(desk);
  const enterprise = await anEnterprise(desk);
  const mai = openChat(desk).person('84900604', { name: 'Trần Thị Mai' });
  await agrees(mai);
  const linkId = await speaksFor(desk, '84900604', enterprise);
  await web.program.post('/api/v1/enterprise-codes', { taxCodes: [enterprise.taxCode] });
  const address = `/api/v1/enterprises/${enterprise.taxCode}`;
  const before = await web.program.get(`${address}/links`);

  await web.program.post('/api/v1/enterprise-codes/1/revocation');
  await web.program.post(`/api/v1/links/${linkId}/revocation`);
  const shared = await web.program.raw(`${address}/sharing`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sharesCases: true }),
  });
  const twice = await web.program.post(`/api/v1/links/${linkId}/revocation`);

  expect(before.body).toMatchObject({
    sharesCases: false,
    links: [{ name: 'Trần Thị Mai', channels: ['telegram'], role: 'staff', isCurrent: true, endedBecause: null }],
    codes: [{ role: 'owner', state: 'open' }],
  });
  expect((await web.program.get(`${address}/links`)).body).toMatchObject({
    sharesCases: true,
    links: [{ isCurrent: false, endedBecause: 'revoked' }],
    codes: [{ state: 'revoked' }],
  });
  expect([shared.status, twice.status]).toEqual([204, 409]);
});

async function agrees(person: Person): Promise<void> {
  await person.writes('/start');
  await person.presses('Đồng ý');
}

async function asksFor(person: Person, { taxCode }: TestEnterprise): Promise<void> {
  await agrees(person);
  await person.writes('/xacminh');
  await person.writes(taxCode);
  await person.sendsFile('giay-gioi-thieu.jpg');
  await person.writes('Tôi phụ trách thủ tục');
  await person.presses('Gửi yêu cầu');
}

async function signs(desk: TestDesk, { id: enterpriseId }: TestEnterprise, unitId: number): Promise<void> {
  const at = desk.clock.now();
  await desk.database.db.insert(agreements).values({
    enterpriseId,
    unitId,
    number: '01/TT',
    signedOn: '2020-02-17',
    templateVersion: '2020-02-17',
    state: 'inForce',
    createdAt: at,
    updatedAt: at,
  });
}

async function declares(desk: TestDesk, { id: enterpriseId }: TestEnterprise, officeCode: string): Promise<void> {
  const at = desk.clock.now();
  const number = '107705060720';
  const times = { registeredAt: at, stateAt: at };
  await desk.database.db.insert(declarations).values({
    number11: number.slice(0, 11),
    number,
    enterpriseId,
    officeCode,
    state: 'registered',
    ...times,
    steps: [],
  });
}
