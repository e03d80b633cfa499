import { once } from 'node:events';
import { openDeskOn } from '../desk-on.ts';
import { type ImportedYear, importYear } from './import-year.ts';

/** What the process is asked, and what it answers. */
export interface YearToImport {
  url: string;
  directory: string;
}
export type ImportSaid = { line: string } | { year: ImportedYear };

// A process that imports and does nothing else, as the command is one: its memory is the import's.
process.on('disconnect', () => process.exit(1));
const [task] = await once(process, 'message');
// The bench asks so.
const { url, directory } = task as YearToImport;
const { desk, close } = await openDeskOn(url, 6);
const tell = (said: ImportSaid) => process.send?.(said);
const year = await importYear(desk, directory, (line) => tell({ line }));
await close();
tell({ year });
process.disconnect?.();
