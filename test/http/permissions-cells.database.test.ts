import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type { Auth } from '../../src/http/auth.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { rehearsalOf } from '../support/rehearsal.ts';
import { type Caller, callerWith, openWeb } from '../support/web.ts';
import { type Cell, type Person, type PlantedCase, plantCells } from './permissions/cells.ts';
import { type Answer, expectedOf, kinds, relations, seenBy } from './permissions/who-sees.ts';

const morning = '2026-03-06T09:00+07:00';
const api = '/api/v1';
const origin = 'http://localhost:3000';

type Act = [name: string, method: string, path: (cell: Cell) => string, body?: unknown];

/** What can be done to a case, each in words as `who-sees.ts` names it. */
function actsOf(desk: TestDesk): Act[] {
  const { minh, control } = desk.organisation.officers;
  const of = (rest: string) => (cell: Cell) => `/cases/${cell.reference}${rest}`;
  const reason = 'Nắm rõ hồ sơ';
  return [
    ['read', 'GET', of('')],
    ['read what is beside it', 'GET', of('/beside')],
    ['open a file', 'GET', ({ fileId }) => `/files/${fileId}`],
    ['reply', 'POST', of('/replies'), { text: 'Mời anh/chị qua cổng' }],
    ['note', 'POST', of('/notes'), { text: 'Đã gọi cho cảng' }],
    ['take', 'POST', of('/taking')],
    // Internal control may be told of a case of any kind.
    ['assign', 'POST', of('/assignment'), { officerId: control.id, reason }],
    ['transfer', 'POST', of('/transfer'), { unitId: desk.organisation.units.supervision, reason }],
    ['wait', 'POST', of('/awaited-result'), { from: 'Chi cục Kiểm định 2' }],
    ['resolve', 'POST', of('/resolution')],
    ['extend', 'POST', of('/interim-replies'), { text: 'Cần thêm thời gian', newDueAt: '2026-03-11T16:00:00+07:00' }],
    ['draft', 'PUT', of('/drafts/reply'), { text: 'Mời anh/chị', seenEventOrdinal: 1 }],
    ['be there', 'PUT', of('/presence'), { activity: 'viewing' }],
    ['watch', 'PUT', of('/watching'), { isWatching: true }],
    ['remind oneself', 'PUT', of('/reminder'), { remindAt: '2026-03-09T08:00:00+07:00', note: 'Gọi lại' }],
    ['who is kept away', 'GET', of('/exclusions')],
    ['keep somebody away', 'POST', of('/exclusions'), { officerId: minh.id, reason }],
    ['remove words', 'POST', ({ messageId }) => `/messages/${messageId}/redaction`, { because: 'requested' }],
  ];
}

test('over every role, relation to the case, kind of case and act, the API does what was agreed', async () => {
  await using desk = await openDesk({ now: morning });
  await using folder = await folderOfFiles();
  // Every act is undone once it has answered: each cell finds the case as it was.
  await using web = await openWeb(rehearsalOf(desk), {
    auth: sessionsByHeader,
    config: { publicUrl: origin, isDemonstration: false, telegramBotName: () => null, filesDirectory: folder.path },
  });
  const { people, cells } = await plantCells(desk);
  const acts = actsOf(desk);
  const wrong: string[] = [];
  const succeeded = new Set<string>();
  const met: Record<Answer, number> = { letIn: 0, refused: 0, absent: 0 };

  const attempt = async (person: Person) => {
    const caller = callerWith(web.app, { cookie: `officer=${person.officer.id}`, origin });
    for (const cell of cells.filter((each) => each.person === person)) {
      for (const [name, method, path, body] of acts) {
        const { status, text } = await send(caller, method, api + path(cell), body);
        const expected = expectedOf(name, cell.relation, cell.kind, person.letter);
        if (answerOf(status) !== expected)
          wrong.push(`${name}, ${cell.kind}, ${cell.relation}, ${person.officer.role}: ${status} ${text}`);
        met[expected] += 1;
        if (status < 300) succeeded.add(name);
      }
    }
  };
  for (const person of people) await attempt(person);

  expect(wrong).toEqual([]);
  expect(cells.length).toBe(people.length * relations.length * Object.keys(kinds).length);
  expect([...succeeded].toSorted()).toEqual(acts.map(([name]) => name).toSorted());
  expect(Math.min(...Object.values(met))).toBeGreaterThan(100);
}, 120_000);

test('in lists, counts, search and spreadsheets everybody meets the cases that they see and no others', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { people, cells, planted } = await plantCells(desk);
  const all = planted.map(({ reference }) => reference);

  for (const person of people) {
    const caller = await web.signIn(person.officer);
    const seen = planted
      .filter((each) => isSeenBy(person, each))
      .map(({ reference }) => reference)
      .toSorted();
    const who = person.officer.role;

    expect([who, await listed(caller)]).toEqual([who, seen]);
    const counts = (await caller.get(`${api}/cases/counts`)).body;
    expect([who, counts.all]).toEqual([who, seen.length]);
    const cellsOfFile = await spreadsheet(caller, `${api}/exports/cases?box=all`);
    expect([who, all.filter((each) => cellsOfFile.includes(each)).toSorted()]).toEqual([who, seen]);
    for (const { relation, kind, reference } of cells.filter((each) => each.person === person)) {
      const found = JSON.stringify((await caller.get(`${api}/search?q=${reference}`)).body);
      const cell = [who, relation, kind];
      expect([...cell, found.includes(reference)]).toEqual([...cell, seen.includes(reference)]);
    }
  }
});

function isSeenBy(person: Person, { kind, place, of }: PlantedCase): boolean {
  const relation = of !== null && of.person === person ? of.relation : place;
  return seenBy[relation][kinds[kind]].includes(person.letter);
}

function answerOf(status: number): Answer | null {
  if (status === 404) return 'absent';
  if (status === 403) return 'refused';
  return status < 500 && status !== 400 ? 'letIn' : null;
}

async function send(caller: Caller, method: string, path: string, body?: unknown) {
  const answer = await caller.raw(path, {
    method,
    headers: { 'sec-fetch-site': 'same-origin', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, text: text.slice(0, 200) };
}

async function listed(caller: Caller): Promise<string[]> {
  const references: string[] = [];
  let cursor: string | null = null;
  do {
    const page = (await caller.get(`${api}/cases?box=all&limit=100${cursor === null ? '' : `&cursor=${cursor}`}`)).body;
    references.push(...(page.items as { reference: string }[]).map(({ reference }) => reference));
    cursor = page.nextCursor as string | null;
  } while (cursor !== null);
  return references.toSorted();
}

async function spreadsheet(caller: Caller, path: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await (await caller.raw(path)).arrayBuffer());
  return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
}

async function folderOfFiles() {
  const path = await mkdtemp(join(tmpdir(), 'permissions-'));
  await writeFile(join(path, 'anh.png'), 'x');
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

// Who is signed in is all that is asked here, thousands of times.
const sessionsByHeader = {
  api: {
    getSession: async ({ headers }: { headers: Headers }) => {
      const officerId = Number(/officer=(\d+)/.exec(headers.get('cookie') ?? '')?.[1]);
      return { session: { id: `phien${officerId}` }, user: { officerId, email: `canbo${officerId}@haiquan.example` } };
    },
  },
  // The sign-in library has a hundred functions that are not called here.
} as unknown as Auth;
