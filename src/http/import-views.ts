import { z } from '@hono/zod-openapi';
import type { Actor } from '../rules/case/words.ts';
import { overAttempts, percentOf } from '../rules/imports/attempts.ts';
import { importNouns, importStates } from '../rules/imports/import-file.ts';
import { officerNames } from '../store/case-details.ts';
import type { Db, Tx } from '../store/database.ts';
import type { ImportFileRow, ImportRunRow } from '../store/import-files.ts';
import { iso } from './case-views.ts';
import { actorName } from './event-sentences.ts';

/** What the API says about files that are imported. */

const instant = z.iso.datetime();

const countsSchema = z
  .object({
    read: z.number().describe('Rows with content; each is one of the others'),
    added: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    rejected: z.number(),
    duplicates: z.number(),
  })
  .openapi('ImportCounts');

const sampleSchema = z
  .object({
    name: z.string(),
    fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  })
  .openapi('ImportSample');

const previewSchema = z
  .object({
    counts: countsSchema,
    added: z.array(sampleSchema),
    changed: z.array(sampleSchema),
    unchanged: z.array(sampleSchema),
    /** The first fifty; all of them are in the file of rejected rows. */
    rejected: z.array(
      z.object({
        line: z.number(),
        problems: z.array(z.object({ column: z.string(), value: z.string(), because: z.string() })),
      }),
    ),
  })
  .openapi('ImportPreview');

export const chosenColumnsSchema = z
  .strictObject({
    form: z.string().min(1).max(100).describe('The title of the form, as the recognition names it'),
    headers: z.record(z.string().max(60), z.string().max(500)).describe('The header of the file, by column'),
  })
  .openapi('ImportColumns');

const recognitionSchema = z
  .object({
    readAs: z.string(),
    form: z.string(),
    headerLine: z.number(),
    headers: z.array(z.string()),
    columns: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        isRequired: z.boolean(),
        header: z.string().nullable(),
        samples: z.array(z.string()),
      }),
    ),
    ignored: z.array(z.string()),
  })
  .openapi('ImportRecognition');

const fileFields = {
  id: z.number(),
  noun: z.enum(importNouns),
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  state: z.enum(importStates),
  broughtBy: z.string(),
  broughtAt: instant,
  startedBy: z.string().nullable(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  /** Why it was refused or stopped. */
  refusal: z.string().nullable(),
  /** Of the work in hand, in percent; null where none is, or the length is not known. */
  progress: z.number().nullable(),
  /** Over all attempts; null before the first rows. */
  counts: countsSchema.nullable(),
  /** Whether the work was begun again after a process died. */
  isResumed: z.boolean(),
  hasRejectedRows: z.boolean(),
};

export const importFileSchema = z.object(fileFields).openapi('ImportFile');

export const importDetailSchema = z
  .object({
    ...fileFields,
    columns: chosenColumnsSchema.nullable(),
    recognition: recognitionSchema.nullable(),
    preview: previewSchema.nullable(),
    /** When the very same file was last imported to its end. */
    importedBefore: z.object({ at: instant, by: z.string() }).nullable(),
  })
  .openapi('ImportFileDetail');

export const importListSchema = z
  .object({
    items: z.array(importFileSchema),
    /** What the operator imported by command. */
    commandRuns: z.array(
      z.object({
        id: z.number(),
        noun: z.string(),
        name: z.string(),
        sha256: z.string().nullable(),
        startedAt: instant,
        finishedAt: instant.nullable(),
        read: z.number(),
        added: z.number(),
        changed: z.number(),
        unchanged: z.number(),
        rejected: z.number(),
      }),
    ),
  })
  .openapi('ImportList');

export type ImportFileView = z.infer<typeof importFileSchema>;
export type ImportDetailView = z.infer<typeof importDetailSchema>;
export type ImportListView = z.infer<typeof importListSchema>;

/** The name of whoever did something about these files. */
export async function namesIn(db: Db | Tx, actors: readonly (Actor | null)[]): Promise<(by: Actor) => string> {
  const ids = actors.flatMap((by) => (by?.kind === 'officer' ? [by.officerId] : []));
  const names = await officerNames(db, ids);
  return (by) => actorName(by, { nameOf: (id) => names.get(id) ?? '' });
}

export function importFileView(row: ImportFileRow, nameOf: (by: Actor) => string): ImportFileView {
  const { id, noun, name, bytes, sha256, state, startedBy, refusal, counts, tries } = row;
  const isAtWork = state === 'reading' || state === 'importing';
  return {
    id,
    noun,
    name,
    bytes,
    sha256,
    state,
    broughtBy: nameOf(row.broughtBy),
    broughtAt: row.broughtAt.toISOString(),
    startedBy: startedBy === null ? null : nameOf(startedBy),
    startedAt: iso(row.startedAt),
    finishedAt: iso(row.finishedAt),
    refusal,
    progress: isAtWork ? percentOf(row.bytesRead, row.totalBytes) : null,
    counts: counts === null ? null : overAttempts(counts, row.takenBefore),
    isResumed: state === 'importing' && tries > 1,
    hasRejectedRows: !isAtWork && row.rejectedPath !== null && (counts?.rejected ?? 0) > 0,
  };
}

export function importDetailView(
  row: ImportFileRow,
  earlier: ImportRunRow | null,
  nameOf: (by: Actor) => string,
): ImportDetailView {
  const { columns, recognition, preview } = row;
  // What is stored is never written to; the description knows no lists that may not be.
  const { recognition: told, preview: seen } = structuredClone({ recognition, preview }) as Pick<
    ImportDetailView,
    'recognition' | 'preview'
  >;
  return {
    ...importFileView(row, nameOf),
    columns: columns === null ? null : { form: columns.form, headers: { ...columns.headers } },
    recognition: told,
    preview: seen,
    importedBefore:
      earlier?.finishedAt == null ? null : { at: earlier.finishedAt.toISOString(), by: nameOf(earlier.by) },
  };
}

export function commandRunView(run: ImportRunRow): ImportListView['commandRuns'][number] {
  const { id, noun, fileName: name, sha256, read, added, changed, unchanged, rejected } = run;
  const counts = { read, added, changed, unchanged, rejected };
  return { id, noun, name, sha256, startedAt: run.startedAt.toISOString(), finishedAt: iso(run.finishedAt), ...counts };
}
