import { type RowSample, sampleOf } from '../../rules/imports/import-file.ts';
import type { Db } from '../../store/database.ts';
import { lookAt, type RowSubject } from '../../store/import-looks.ts';
import type { Watch } from './named-imports.ts';

export interface Samples {
  added: RowSample[];
  changed: RowSample[];
  unchanged: RowSample[];
}

const most = { added: 8, changed: 20, unchanged: 4 } as const;

/**
 * Gathers the first rows of each kind while a file is tried out. What a record says before is read beside the trial's
 * transaction, which has not committed: there the record is still as it was before the file.
 */
export function sampling(db: Db): { samples: Samples; watch: Watch } {
  const samples: Samples = { added: [], changed: [], unchanged: [] };
  const watch: Watch = async ({ tx, taken, about }) => {
    for (const [place, kind] of taken.entries()) {
      if (typeof kind !== 'string' || samples[kind].length >= most[kind]) continue;
      const subject = about(place);
      if (subject === null) continue;
      const after = await lookAt(tx, subject);
      samples[kind].push(sampleOf(nameOf(subject), await lookAt(db, subject), after));
    }
  };
  return { samples, watch };
}

function nameOf(subject: RowSubject): string {
  switch (subject.kind) {
    case 'enterprise':
      return subject.taxCode;
    case 'agreement':
      return `${subject.number} · ${subject.taxCode}`;
    case 'association':
      return subject.code ?? subject.name;
    case 'declaration':
      return subject.number11;
    case 'unit':
      return subject.code;
    case 'officer':
      return subject.email;
  }
}
