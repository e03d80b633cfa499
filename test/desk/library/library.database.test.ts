import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { verifyLedgers } from '../../../src/desk/audit/verify-ledgers.ts';
import { changesBetween } from '../../../src/desk/library/changes-since.ts';
import { correctDraft } from '../../../src/desk/library/correct-draft.ts';
import { installDemonstrationTexts } from '../../../src/desk/library/install-demonstration.ts';
import { proposeVersion } from '../../../src/desk/library/propose-version.ts';
import { publishFirstVersion, publishVersion } from '../../../src/desk/library/publish-version.ts';
import { withdrawDraft } from '../../../src/desk/library/withdraw-draft.ts';
import { partsOf } from '../../../src/knowledge/document.ts';
import type { DescriptionDraft } from '../../../src/knowledge/import/description.ts';
import { readSource } from '../../../src/knowledge/import/read-source.ts';
import { rowsOf } from '../../../src/knowledge/rows.ts';
import { publishedVersions, versionInForce, versionsInForce } from '../../../src/store/library.ts';
import { appendixParts } from '../../../src/store/schema/library.ts';
import { as } from '../../support/calendars.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';

const now = '2026-11-23T09:00+07:00';
const installation = { kind: 'schedule', name: 'installation' } as const;

async function propose(desk: TestDesk, by: { id: number }, bytes: Buffer, description: DescriptionDraft) {
  const source = await readSource(bytes);
  return act(desk, as(by), (current) =>
    proposeVersion(current, { source, sourceName: 'PL.md', sourceSha256: '0', description, note: null }),
  );
}

function textFrom(from: string, answer: string): Buffer {
  return Buffer.from(
    `---\ncode: PL06\ntitle: Ngoài giờ\nversion: ${from}\neffective_from: ${from}\nstatus: signed\n---\n## Điều 1. Giờ\n1. ${answer}\n`,
  );
}

test('an appendix says on each day what was in force on that day, the boundaries included', async () => {
  await using desk = await openDesk({ now });
  const { administrator, leader } = desk.organisation.officers;
  const { db } = desk.database;

  // The oldest is entered last, as agreements of earlier years are.
  for (const [from, answer] of [
    ['2020-02-17', 'Đến 17 giờ.'],
    ['2026-12-01', 'Đến 18 giờ.'],
    ['2018-05-07', 'Đến 16 giờ.'],
  ] as const) {
    const { id } = await propose(desk, administrator, textFrom(from, answer), {});
    await act(desk, as(leader), (current) => publishVersion(current, { versionId: id, revision: 1 }));
  }

  const seen = ['2018-05-06', '2018-05-07', '2020-02-16', '2020-02-17', '2026-11-30', '2026-12-01', '2030-01-01'].map(
    async (day) => (await versionInForce(db, 'PL06', day))?.document.articles[0]?.clauses[0]?.text,
  );
  expect(await Promise.all(seen)).toEqual([
    undefined,
    'Đến 16 giờ.',
    'Đến 16 giờ.',
    'Đến 17 giờ.',
    'Đến 17 giờ.',
    'Đến 18 giờ.',
    'Đến 18 giờ.',
  ]);
  const chain = await publishedVersions(db, 'PL06');
  expect(chain.map(({ validFrom, validUntil }) => [validFrom, validUntil])).toEqual([
    ['2018-05-07', '2020-02-17'],
    ['2020-02-17', '2026-12-01'],
    ['2026-12-01', null],
  ]);
  expect(chain.map(({ supersedesId }) => supersedesId)).toEqual([null, chain[0]?.id, chain[1]?.id]);

  const [change, ...others] = await changesBetween(db, { since: '2020-02-17', until: '2026-12-01' });
  expect([change?.code, change?.changes[0]?.spans.filter((span) => span.change !== 'same'), others]).toEqual([
    'PL06',
    [
      { text: '17 ', change: 'removed' },
      { text: '18 ', change: 'added' },
    ],
    [],
  ]);
  expect(await changesBetween(db, { since: '2020-02-17', until: '2026-11-30' })).toEqual([]);
});

test('a draft is corrected and decided about before a second person publishes it', async () => {
  await using desk = await openDesk({ now });
  const { administrator, hoa, leader, lan } = desk.organisation.officers;
  const bytes = await readFile(new URL('../../payloads/library/messy.docx', import.meta.url));
  const description = {
    code: 'PL11',
    title: 'Hội chợ',
    version: '2026',
    effectiveFrom: '2026-12-01',
    status: 'signed',
  };
  const draft = await propose(desk, administrator, bytes, description);
  const publish = (by: { id: number }, revision: number) =>
    act(desk, as(by), (current) => publishVersion(current, { versionId: draft.id, revision }));
  const rows = rowsOf(draft.document.articles).map((row) =>
    row.heading === 'Trách nhiệm'
      ? { ...row, number: '4', text: `${row.text}\nGiờ làm việc theo thông báo của đơn vị.` }
      : row,
  );
  const correct = (by: { id: number }, fates: ('open' | 'placed' | 'leftOut')[], corrected = rows) =>
    act(desk, as(by), (current) =>
      correctDraft(current, { versionId: draft.id, revision: 1, description, preamble: '', rows: corrected, fates }),
    );

  await expect(publish(leader, 1)).rejects.toMatchObject({ code: 'structureNotSound' });
  await expect(correct(lan, ['open', 'open', 'open', 'open'])).rejects.toMatchObject({ code: 'notPermitted' });
  await expect(correct(hoa, ['placed', 'leftOut', 'leftOut', 'placed'])).rejects.toMatchObject({
    code: 'leftoverNotPlaced',
  });
  await expect(correct(hoa, ['open'])).rejects.toMatchObject({ code: 'leftoversIncomplete' });
  await expect(correct(hoa, [], rows.slice(1))).rejects.toMatchObject({ code: 'partWithoutArticle' });
  // The footnote's mark is not part of its words.
  await expect(correct(hoa, ['open', 'leftOut', 'leftOut', 'open'])).resolves.toMatchObject({ revision: 2 });
  await expect(publish(leader, 1)).rejects.toMatchObject({ code: 'draftChangedMeanwhile' });
  await expect(publish(leader, 2)).rejects.toMatchObject({ code: 'leftoversUndecided' });
  await act(desk, as(hoa), (current) =>
    correctDraft(current, {
      versionId: draft.id,
      revision: 2,
      description,
      preamble: '',
      rows,
      fates: ['leftOut', 'leftOut', 'leftOut', 'leftOut'],
    }),
  );
  await expect(publish(administrator, 3)).rejects.toMatchObject({ code: 'secondPersonNeeded' });
  await expect(publish(hoa, 3)).rejects.toMatchObject({ code: 'secondPersonNeeded' });
  await expect(publish(leader, 3)).resolves.toMatchObject({ publishedBy: leader.name, validFrom: '2026-12-01' });
  await expect(publish(leader, 3)).rejects.toMatchObject({ code: 'alreadyPublished' });

  const again = await propose(desk, administrator, bytes, description);
  await expect(
    act(desk, as(leader), (current) => publishVersion(current, { versionId: again.id, revision: 1 })),
  ).rejects.toMatchObject({ code: 'structureNotSound' });
  await act(desk, as(administrator), (current) => withdrawDraft(current, { versionId: again.id }));
  await expect(
    act(desk, as(administrator), (current) => withdrawDraft(current, { versionId: again.id })),
  ).rejects.toMatchObject({ code: 'alreadyWithdrawn' });
  await expect(propose(desk, administrator, bytes, { code: 'PL11' })).rejects.toMatchObject({
    code: 'descriptionIncomplete',
  });
  await expect(propose(desk, lan, bytes, description)).rejects.toMatchObject({ code: 'notPermitted' });
});

test('the shipped texts are installed once, published word for word, and every deed stands in the ledger', async () => {
  await using desk = await openDesk({ now });
  const { db } = desk.database;

  const [first, second] = [
    await act(desk, installation, installDemonstrationTexts),
    await act(desk, installation, installDemonstrationTexts),
  ];

  expect([first, second]).toEqual([true, false]);
  const versions = await versionsInForce(db, '2026-11-23');
  expect(versions.map(({ code, document }) => [code, document.status])).toEqual(
    Array.from({ length: 10 }, (_, index) => [`PL${String(index + 1).padStart(2, '0')}`, 'illustration']),
  );
  // PL08 took effect later than the others.
  expect((await versionsInForce(db, '2020-03-31')).map(({ code }) => code)).not.toContain('PL08');
  const parts = await db.select().from(appendixParts);
  for (const { id, document } of versions) {
    const stored = parts.filter(({ versionId }) => versionId === id).toSorted((a, b) => a.ordinal - b.ordinal);
    expect(stored.map(({ text }) => text)).toEqual(partsOf(document).map(({ text }) => text));
  }
  const draft = await propose(desk, desk.organisation.officers.administrator, textFrom('2027-01-01', 'Khác.'), {});
  await expect(act(desk, installation, (current) => publishFirstVersion(current, draft.id))).rejects.toMatchObject({
    code: 'secondPersonNeeded',
  });
  expect(await verifyLedgers(db, [], () => undefined)).toMatchObject({ breaks: [] });
});
