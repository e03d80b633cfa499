import { act } from '../../src/desk/act.ts';
import { proposeVersion } from '../../src/desk/library/propose-version.ts';
import { publishVersion } from '../../src/desk/library/publish-version.ts';
import { readSource } from '../../src/knowledge/import/read-source.ts';
import type { TestDesk } from './desk.ts';

/** Publishes a version of an appendix from that day on, the way two people do it. `articles` is Markdown from `## Điều 1` on. */
export async function publishes(
  desk: TestDesk,
  { code, title, from, articles }: { code: string; title: string; from: string; articles: string },
): Promise<number> {
  const { administrator, leader } = desk.organisation.officers;
  const facts = [`code: ${code}`, `title: ${title}`, `version: ${from}`, `effective_from: ${from}`, 'status: signed'];
  const source = await readSource(Buffer.from(['---', ...facts, '---', articles, ''].join('\n')));
  const file = { source, sourceName: `${code}.md`, sourceSha256: from, description: {}, note: null };
  const { id } = await act(desk, { kind: 'officer', officerId: administrator.id }, (current) =>
    proposeVersion(current, file),
  );
  await act(desk, { kind: 'officer', officerId: leader.id }, (current) =>
    publishVersion(current, { versionId: id, revision: 1 }),
  );
  return id;
}
