// Readers of JSON from outside: each answers `undefined` for what is not there or not of its kind.

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of an object; none for anything else. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string with something in it. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An id, which Zalo writes as a string of digits or, at times, as a bare integer. */
export function idOf(value: unknown): string | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : textOf(value);
}

export function numberOf(value: unknown): number | undefined {
  if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

export function booleanOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** An instant written as milliseconds since 1970, in digits or as a number. */
export function instantOf(value: unknown): Date | undefined {
  const number = numberOf(value);
  if (number === undefined) return undefined;
  const instant = new Date(number);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

// `unknown` may hold undefined without being optional: such a field is kept in the type, and its readers expect anything.
type IsOptional<V> = unknown extends V ? false : undefined extends V ? true : false;

type Present<T> = { [K in keyof T as IsOptional<T[K]> extends true ? never : K]: T[K] } & {
  [K in keyof T as IsOptional<T[K]> extends true ? K : never]?: Exclude<T[K], undefined>;
};

/** The same fields without those that are undefined, so that absence is absence in JSON and in comparisons. */
export function present<const T extends object>(fields: T): Present<T> {
  // `fromEntries` forgets which keys there were; only keys holding undefined are left out, which is what the type says.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
