import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { installDemonstrationTexts } from '../../src/desk/library/install-demonstration.ts';
import { openDesk } from '../support/desk.ts';
import { openWeb } from '../support/web.ts';

const base = '/api/v1';
const headers = { 'sec-fetch-site': 'same-origin' };

async function fileOf(name: string) {
  const bytes = await readFile(new URL(`../payloads/library/${name}`, import.meta.url));
  return { name, contentBase64: bytes.toString('base64') };
}

test('appendices are read as of a day, compared, and replaced by a version that two people made', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00+07:00' });
  await using web = await openWeb(desk);
  await act(desk, { kind: 'schedule', name: 'installation' }, installDemonstrationTexts);
  const { administrator, leader, lan } = desk.organisation.officers;
  const proposer = await web.signIn(administrator);
  const publisher = await web.signIn(leader);
  const officer = await web.signIn(lan);
  const put = (path: string, body: unknown) =>
    proposer.raw(path, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: { ...headers, 'content-type': 'application/json' },
    });

  // What applies, for anybody who works here and for programs.
  const before = await officer.get(`${base}/appendices?asOf=2020-03-31`);
  expect(before.body.map(({ code }) => code)).toEqual([
    'PL01',
    'PL02',
    'PL03',
    'PL04',
    'PL05',
    'PL06',
    'PL07',
    'PL09',
    'PL10',
  ]);
  const document = await web.program.get(`${base}/appendices/PL08`);
  expect(document.body).toMatchObject({
    code: 'PL08',
    validFrom: '2020-04-01',
    notice: expect.stringContaining('minh họa'),
    articles: expect.arrayContaining([
      expect.objectContaining({
        address: 'PL08 Điều 2',
        basis: 'press',
        clauses: expect.arrayContaining([
          expect.objectContaining({ address: 'PL08 Điều 2 khoản 1', text: 'Rất hài lòng: 5 sao.' }),
        ]),
      }),
    ]),
  });
  expect((await officer.get(`${base}/appendices/PL08?asOf=2020-03-31`)).status).toBe(404);
  expect((await officer.get(`${base}/appendices/PL08/versions`)).body).toMatchObject([
    { validUntil: null, supersedesId: null },
  ]);

  // A file is looked at without being kept, then proposed; a scan is refused.
  const scan = await proposer.post(`${base}/appendix-readings`, await fileOf('scanned.pdf'), headers);
  expect([scan.status, scan.body.code]).toEqual([422, 'unreadableSource']);
  const seen = await proposer.post(`${base}/appendix-readings`, await fileOf('messy.pdf'), headers);
  expect(seen.body).toMatchObject({
    description: { code: 'PL12', title: 'KIỂM TRA NHÀ MÁY' },
    doubts: [{ because: 'missingNumber' }, { because: 'missingNumber' }],
  });
  expect((await officer.get(`${base}/appendix-drafts`)).status).toBe(403);
  expect((await officer.post(`${base}/appendix-readings`, await fileOf('messy.pdf'), headers)).status).toBe(403);
  const description = {
    code: 'PL08',
    title: 'Đánh giá',
    version: '2026-12-01',
    effectiveFrom: '2026-12-01',
    status: 'signed',
  };
  const draft = await proposer.post(
    `${base}/appendix-drafts`,
    { ...(await fileOf('messy.pdf')), description },
    headers,
  );
  const one = `${base}/appendix-drafts/${String(draft.body.id)}`;
  expect(draft.body).toMatchObject({
    revision: 1,
    undecided: 7,
    fatal: 0,
    isForYou: false,
    againstFile: [
      { change: 'removed', words: 'Dieu' },
      { change: 'added', words: 'Điều' },
    ],
  });

  // Corrected, and published by another.
  const { rows, leftovers, preamble } = draft.body as unknown as {
    rows: unknown[];
    leftovers: unknown[];
    preamble: string;
  };
  const correction = {
    revision: 1,
    description: { ...description, code: 'PL08' },
    preamble,
    rows,
    fates: leftovers.map(() => 'leftOut'),
  };
  expect((await put(one, correction)).status).toBe(200);
  expect((await put(one, correction)).status).toBe(409);
  const byProposer = await proposer.post(`${one}/publication`, { revision: 2 }, headers);
  expect([byProposer.status, byProposer.body.code]).toEqual([409, 'secondPersonNeeded']);
  const byProgram = await web.program.post(`${one}/publication`, { revision: 2 });
  expect(byProgram.status).toBe(403);
  const published = await publisher.post(`${one}/publication`, { revision: 2 }, headers);
  expect(published.body).toMatchObject({
    code: 'PL08',
    validFrom: '2026-12-01',
    publishedBy: leader.name,
    notice: null,
  });

  // Today still reads as before; the days after do not, and the difference is told.
  const [now, newest] = (await officer.get(`${base}/appendices/PL08/versions`)).body.toReversed();
  expect([now?.validUntil, newest?.supersedesId]).toEqual(['2026-12-01', now?.versionId]);
  expect((await officer.get(`${base}/appendices/PL08`)).body).toMatchObject({ versionId: now?.versionId });
  const since = await officer.get(`${base}/appendix-changes?since=2026-11-30&until=2026-12-01`);
  const changes = await officer.get(
    `${base}/appendices/PL08/changes?from=${String(now?.versionId)}&to=${String(newest?.versionId)}`,
  );
  expect(since.body).toEqual([changes.body]);
  expect(
    (
      await officer.get(
        `${base}/appendices/PL07/changes?from=${String(now?.versionId)}&to=${String(newest?.versionId)}`,
      )
    ).status,
  ).toBe(404);

  const again = await proposer.post(
    `${base}/appendix-drafts`,
    { ...(await fileOf('messy.pdf')), description },
    headers,
  );
  await proposer.post(`${base}/appendix-drafts/${String(again.body.id)}/withdrawal`, undefined, headers);
  expect((await proposer.get(`${base}/appendix-drafts`)).body).toEqual([]);
});
