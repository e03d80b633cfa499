import { expect, test } from 'vitest';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';
import { type Caller, callerWith, openWeb } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';
const bytes = 'application/octet-stream';

test('an officer uploads only so much in ten minutes, whichever process is asked; a colleague and a program go on', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await using anotherProcess = await openWeb(desk);
  const { row } = await openACase(desk);
  const { lan, hoa, administrator } = desk.organisation.officers;
  const choosing = (name: string, text = ''): Upload => [
    `/cases/${row.reference}/files?name=${name}.txt&mode=note`,
    bytes,
    text,
  ];
  const importing = (name: string): Upload => [`/imports?noun=agreements&name=${name}.csv`, bytes, name];
  const reading = (name: string): Upload => ['/appendix-readings', 'application/json', JSON.stringify({ name })];
  const kinds = [
    // What is empty or malformed counts as well.
    { officer: lan, upload: choosing, most: 60, status: 422, colleague: hoa },
    { officer: administrator, upload: importing, most: 20, status: 201, colleague: null },
    { officer: administrator, upload: reading, most: 30, status: 400, colleague: null },
  ];

  for (const { officer, upload, most, status, colleague } of kinds) {
    const { cookie = '' } = await web.signIn(officer);
    const callers = [web, anotherProcess].map(({ app }) =>
      callerWith(app, { cookie, origin: 'http://localhost:3000' }),
    );
    const statuses: number[] = [];
    for (let place = 0; place < most; place += 1)
      statuses.push((await send(callers[place % 2], upload(`so-${place}`))).status);
    const refused = await Promise.all(callers.map((caller) => send(caller, upload('mot-tep-nua'))));

    expect(statuses).toEqual(Array.from({ length: most }, () => status));
    for (const answer of refused) {
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(540);
      expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(600);
      expect(await answer.json()).toMatchObject({
        code: 'tooManyUploads',
        detail: expect.stringMatching(
          new RegExp(`^Anh/chị đã tải lên ${most} tệp .* thử lại sau 10 phút\\. \\(Too`, 'u'),
        ),
      });
    }
    if (colleague !== null) expect((await send(await web.signIn(colleague), upload('cua-toi'))).status).toBe(status);
    expect((await send(web.program, upload('chuong-trinh'))).status).toBe(status);
  }
  const { cookie = '' } = await web.signIn(lan);
  const rested = callerWith(web.app, { cookie, origin: 'http://localhost:3000' });
  expect((await send(rested, importing('so-1'))).status).toBe(403);
  await desk.database.sql`update api_key_calls set expire = expire - interval '10 minutes'`;
  expect((await send(rested, choosing('sau-muoi-phut', 'Biên bản'))).status).toBe(201);
}, 60_000);

type Upload = [path: string, contentType: string, body: string];

function send(caller: Caller | undefined, [path, type, body]: Upload): Promise<Response> {
  if (caller === undefined) throw new Error('Nobody to call');
  const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' };
  return caller.raw(`/api/v1${path}`, { method: 'POST', headers, body });
}
