const written = /(?<![\p{L}\d])(vm|pa|[dđ]g)[\s–_-]{0,2}(20\d\d)[\s–_-]{0,2}(\d{1,6})(?!\d)/iu;

/** The first case code in a text as we print it: VM-2026-000123. Short numbers are filled with zeros. */
export function findCaseCode(text: string): string | null {
  const [, kind = '', year = '', number = ''] = written.exec(text) ?? [];
  if (kind === '') return null;
  return `${kind.toUpperCase().replace('Đ', 'D')}-${year}-${number.padStart(6, '0')}`;
}
