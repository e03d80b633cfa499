import { createHash } from 'node:crypto';
import { DeskError } from '../../errors.ts';
import type { AppendixDocument } from '../../knowledge/document.ts';
import { type DescriptionDraft, judgeDescription } from '../../knowledge/import/description.ts';
import type { ReadSource } from '../../knowledge/import/read-source.ts';
import { type AppendixVersionRow, addAppendix, insertAppendixVersion } from '../../store/library.ts';
import type { Act } from '../act.ts';
import { proposing } from './keeper.ts';
import { record } from './record.ts';

export interface VersionProposal {
  /** The file as it was read. Reading needs no transaction and happens before it. */
  source: ReadSource;
  sourceName: string;
  sourceSha256: string;
  /** What the file does not say of itself, or says wrongly. */
  description: DescriptionDraft;
  note: string | null;
}

/** Keeps a file's structure as a draft that people correct and a second one publishes. Refuses what has no code, title or day. */
export async function proposeVersion(current: Act, proposal: VersionProposal): Promise<AppendixVersionRow> {
  const { tx, at } = current;
  const keeper = await proposing(current);
  const { source, sourceName, sourceSha256, note } = proposal;
  const { description, problems } = judgeDescription({ ...source.description, ...proposal.description });
  if (description === null) throw new DeskError('descriptionIncomplete', problems.join(' '));

  const document: AppendixDocument = { ...description, preamble: source.preamble, articles: source.articles };
  await addAppendix(tx, document.code, at);
  const row = await insertAppendixVersion(tx, {
    code: document.code,
    state: 'draft',
    validFrom: document.effectiveFrom,
    validUntil: document.effectiveTo,
    document,
    leftovers: source.leftovers,
    warnings: source.warnings,
    sourceText: source.sourceText,
    sourceName,
    sourceSha256,
    note,
    proposedBy: keeper.name,
    proposedById: keeper.id,
    proposedAt: at,
  });
  await record(current, 'versionProposed', {
    versionId: row.id,
    code: row.code,
    validFrom: row.validFrom,
    sourceSha256,
    sha256: hashOf(document),
  });
  return row;
}

/** The fingerprint under which a version's words stand in the ledger. */
export function hashOf(document: AppendixDocument): string {
  // jsonb keeps neither the order of keys nor of writing.
  const sorted = (_: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return createHash('sha256').update(JSON.stringify(document, sorted)).digest('hex');
}
