import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Importable } from '../../../src/desk/imports/importable.ts';
import { type ImportCounts, openImport } from '../../../src/desk/imports/open-import.ts';
import { reasonIn } from '../../../src/import/rejected-file.ts';
import type { TestDesk } from '../../support/desk.ts';

export const payload = (name: string) => `${import.meta.dirname}/../../payloads/import/${name}`;

export interface Imported {
  counts: ImportCounts;
  /** What the operator reads of the rows that were not taken. */
  told: string[];
}

/** Imports a file as the command does, without its words on the screen. */
export async function importing<Row extends object>(
  desk: TestDesk,
  what: Importable<Row>,
  path: string,
  { isDryRun = false, onStep = () => undefined }: { isDryRun?: boolean; onStep?: () => void } = {},
): Promise<Imported> {
  const parts = {
    db: desk.database.db,
    clock: desk.clock,
    zone: desk.zone,
    phrasing: desk.phrasing,
    jobs: desk.jobs,
    ruleBook: desk.ruleBook,
    by: { kind: 'schedule', name: 'import' } as const,
    announce: desk.announcements.announce,
  };
  await using opened = await openImport(parts, what, { path, isDryRun });
  const told: string[] = [];
  const counts = await opened.run(async ({ rejected }) => {
    told.push(...rejected.map(({ line, problems }) => `dòng ${line}: ${reasonIn(problems)}`));
    onStep();
  });
  return { counts, told };
}

/** Every row of the registry, as plain values. */
export async function registryOf({ database: { sql } }: TestDesk) {
  return {
    enterprises: await sql`select * from enterprises order by id`,
    phones: await sql`select * from registered_phones order by id`,
    history: await sql`select * from enterprise_history order by id`,
    agreements: await sql`select * from agreements order by id`,
    associations: await sql`select * from associations order by id`,
    regulations: await sql`select * from coordination_regulations order by id`,
    members: await sql`select * from association_members order by association_id, enterprise_id, valid_from`,
    declarations: await sql`select * from declarations order by id`,
    changes: await sql`select * from declaration_changes order by id`,
  };
}

/** Files of these texts, gone at the end of the block. */
export async function filesWith(texts: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'dong-hanh-import-'));
  const path = (name: string) => join(folder, name);
  for (const [name, text] of Object.entries(texts)) await writeFile(path(name), text);
  return { path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
