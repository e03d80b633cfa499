import { mkdtemp, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { act } from '../../src/desk/act.ts';
import { installDemonstrationTexts } from '../../src/desk/library/install-demonstration.ts';
import { openACase } from '../support/cases.ts';
import { openChat } from '../support/chat.ts';
import { openDesk } from '../support/desk.ts';
import { openWeb } from '../support/web.ts';

const connected: string[] = [];
const connect = Socket.prototype.connect;

beforeEach(() => {
  connected.length = 0;
  // The network is the seam: every request of any library goes through here.
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...args: unknown[]) {
    connected.push(JSON.stringify(args, (key, value: unknown) => (key === 'lookup' ? undefined : value)));
    return Reflect.apply(connect, this, args) as Socket;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('without a key no request leaves the process, and every matter goes its way', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  await using web = await openWeb(desk);
  await act(desk, { kind: 'schedule', name: 'test' }, installDemonstrationTexts);
  const chat = openChat(desk);
  const mai = chat.person('84900001');
  const officer = await web.signIn(desk.organisation.officers.lan);

  await mai.writes('xin chào');
  await mai.presses('Đồng ý');
  await mai.writes('cho hỏi chút việc liên quan');
  await mai.writes('/huy');
  await mai.writes('/tracuu đăng ký làm thứ bảy trước mấy giờ');
  await mai.writes('tờ khai 107705060720 luồng đỏ chờ kiểm hóa 3 hôm chưa tới lượt ở cảng khu vực 3');
  await mai.writes('gửi');
  const { row } = await openACase(desk, { description: '통관이 지연되고 있습니다.' });
  const reply = await officer.post(`/api/v1/cases/${row.reference}/replies`, { text: 'Chúng tôi đang kiểm tra.' });
  await chat.settle();

  expect(mai.seen.some(({ text }) => /PL06 Điều \d/.test(text))).toBe(true);
  expect(mai.lastWords).toMatch(/VM-2026-\d{6}/);
  expect(reply.status).toBe(201);
  expect(elsewhere(desk.databaseUrl)).toEqual([]);
  expect(connected.length).toBeGreaterThan(0);
});

test('the whole process starts, works and stops without a key, and speaks to its database alone', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:15:00+07:00' });
  const directory = await mkdtemp(join(tmpdir(), 'no-key-'));
  const config = readConfig({ PORT: '0', DATABASE_URL: desk.databaseUrl, DATA_DIR: directory, LOG_LEVEL: 'silent' });

  const app = await startApp({ config, staticPages: directory });
  const health = await fetch(`${app.url}/readyz`);
  await app.close();
  await rm(directory, { recursive: true });

  expect(health.status).toBe(200);
  // Our own look at the page that says whether it is ready.
  expect(elsewhere(desk.databaseUrl).filter((each) => !each.includes(new URL(app.url).port))).toEqual([]);
});

/** Where somebody connected to that is not the database. */
function elsewhere(databaseUrl: string): string[] {
  const { port } = new URL(databaseUrl);
  return connected.filter((each) => !each.includes(port) && !each.includes(`.s.PGSQL.${port}`));
}
