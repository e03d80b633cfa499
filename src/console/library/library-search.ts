/** The local day as of which is read; absent for today. */
interface LibrarySearch {
  asOf?: string | undefined;
}

interface AppendixSearch {
  version?: number | undefined;
}

interface DifferencesSearch {
  from: number;
  to: number;
}

interface ChangesSearch {
  since?: string | undefined;
}

export function readLibrarySearch({ asOf }: Record<string, unknown>): LibrarySearch {
  return isDay(asOf) ? { asOf } : {};
}

export function readAppendixSearch({ version }: Record<string, unknown>): AppendixSearch {
  return isKey(version) ? { version } : {};
}

export function readDifferencesSearch({ from, to }: Record<string, unknown>): DifferencesSearch {
  return { from: isKey(from) ? from : 0, to: isKey(to) ? to : 0 };
}

export function readChangesSearch({ since }: Record<string, unknown>): ChangesSearch {
  return isDay(since) ? { since } : {};
}

function isKey(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value);
}
