import type { ImportNoun } from '../../rules/imports/import-file.ts';
import type { Tx } from '../../store/database.ts';
import type { RowSubject } from '../../store/import-looks.ts';
import { keyOf } from '../declarations/listed.ts';
import type { Taken } from '../registry/taken.ts';
import { agreements, associations, declarations, enterprises, type Importable, organisation } from './importable.ts';
import { type ImportFile, type ImportParts, type OpenImport, openImport } from './open-import.ts';

/** Rows of one transaction, taken and not yet committed. */
export interface TakenPart {
  tx: Tx;
  taken: readonly Taken[];
  /** What the row at a place speaks of; null where there is no such row. */
  about: (place: number) => RowSubject | null;
}

/** Is called in the transaction of each part; what it throws undoes the part. */
export type Watch = (part: TakenPart) => Promise<void>;

type Open = (parts: ImportParts, file: ImportFile, watch?: Watch) => Promise<OpenImport>;

/** Opens a file of each noun, for the command and for the console, and lets somebody watch what is taken. */
export const openers: Record<ImportNoun, Open> = {
  enterprises: opener(enterprises, ({ taxCode }) => ({ kind: 'enterprise', taxCode })),
  agreements: opener(agreements, ({ taxCode, number }) => ({ kind: 'agreement', taxCode, number })),
  associations: opener(associations, ({ code, name }) => ({ kind: 'association', code, name })),
  declarations: opener(declarations, (row) => ({ kind: 'declaration', number11: keyOf(row) })),
  organisation: opener(organisation, (row) =>
    row.form === 'unit' ? { kind: 'unit', code: row.code } : { kind: 'officer', email: row.email },
  ),
};

function opener<Row extends object>(importable: Importable<Row>, subjectOf: (row: Row) => RowSubject): Open {
  return (parts, file, watch) => {
    if (watch === undefined) return openImport(parts, importable, file);
    const begin: Importable<Row>['begin'] = () => {
      const take = importable.begin();
      return async (current, rows) => {
        const taken = await take(current, rows);
        const about = (place: number) => {
          const row = rows[place];
          return row === undefined ? null : subjectOf(row);
        };
        await watch({ tx: current.tx, taken, about });
        return taken;
      };
    };
    return openImport(parts, { ...importable, begin }, file);
  };
}
