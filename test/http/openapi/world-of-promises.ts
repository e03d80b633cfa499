import { act } from '../../../src/desk/act.ts';
import { installDemonstrationTexts } from '../../../src/desk/library/install-demonstration.ts';
import { proposeVersion } from '../../../src/desk/library/propose-version.ts';
import { installClauseClocks } from '../../../src/desk/look-ups/install-clause-clocks.ts';
import { readSource } from '../../../src/knowledge/import/read-source.ts';
import { insertLookup } from '../../../src/store/lookups.ts';
import type { TestDesk } from '../../support/desk.ts';
import { publishes } from '../../support/library.ts';
import { haveTimed } from '../../support/promises.ts';

const installation = { kind: 'schedule', name: 'installation' } as const;

/** A file of an appendix as somebody would propose it. */
export const proposedFile = Buffer.from(
  [
    '---',
    'code: PL11',
    'title: Hội chợ',
    'version: 2026',
    'effective_from: 2026-04-01',
    'status: signed',
    '---',
    '## Điều 1. Giờ',
    '1. Đến 17 giờ.',
  ].join('\n'),
);

/** The texts in force, one of them in two versions, drafts, what people looked up, and promises that were kept. */
export async function promisesOf(desk: TestDesk): Promise<Record<string, number>> {
  const { administrator } = desk.organisation.officers;
  await act(desk, installation, installDemonstrationTexts);
  await act(desk, installation, installClauseClocks);
  const [before] = await desk.database.sql<{ id: string }[]>`select id from appendix_versions where code = 'PL06'`;
  const articles = '## Điều 1. Giờ làm việc\n1. Đến 18 giờ.';
  const after = await publishes(desk, { code: 'PL06', title: 'Ngoài giờ', from: '2026-03-02', articles });
  const source = await readSource(proposedFile);
  const draft = { source, sourceName: 'PL11.md', sourceSha256: '0', description: {}, note: null };
  const withdrawable = await act(desk, { kind: 'officer', officerId: administrator.id }, (current) =>
    proposeVersion(current, draft),
  );
  for (const shown of [['PL06 Điều 1 khoản 1'], [], []])
    await act(desk, installation, ({ tx, at }) =>
      insertLookup(tx, {
        query: 'Trưa thứ bảy có làm việc không',
        tokens: 'bay lam thu trua viec',
        asOf: '2026-03-06',
        conversationId: null,
        shown,
        isFound: shown.length > 0,
        helpful: null,
        at,
        caseId: null,
      }),
    );
  await haveTimed(desk, {
    unitId: desk.organisation.units.port3,
    kept: 6,
    broken: 1,
    openedAt: '2026-03-02T08:00:00+07:00',
    decidedAt: '2026-03-02T09:30:00+07:00',
  });
  return { versionBefore: Number(before?.id), versionAfter: after, withdrawableDraft: withdrawable.id };
}
