export interface ImportsSearch {
  /** The file that is looked at. */
  file?: number;
}

/** What the address says of the page of imports; anything else is left out. */
export function readImportsSearch({ file }: Record<string, unknown>): ImportsSearch {
  return typeof file === 'number' && Number.isSafeInteger(file) && file > 0 ? { file } : {};
}
