/** From which header of a file each column is read, as a person chose. A column without one is not read. */
export interface ChosenColumns {
  /** The title of the form. */
  readonly form: string;
  /** By the name of the column. */
  readonly headers: Readonly<Record<string, string>>;
}

/** How a file would be read, for a person to look at and correct. */
export interface Recognition {
  /** In what encoding, with what delimiter, from which sheet. */
  readAs: string;
  form: string;
  headerLine: number;
  /** Those with content, in their order. */
  headers: readonly string[];
  columns: readonly RecognisedColumn[];
  /** Headers whose columns are not read. */
  ignored: readonly string[];
}

export interface RecognisedColumn {
  name: string;
  /** As our template writes it. */
  title: string;
  isRequired: boolean;
  /** The header it is read from; null where none is. */
  header: string | null;
  /** What stands there in the first rows. */
  samples: readonly string[];
}
