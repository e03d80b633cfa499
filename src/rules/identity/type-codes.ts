// Decision 1357/QĐ-TCHQ of 18/5/2021: the regimes a declaration can be registered under.
const byFlow = {
  import: 'A11 A12 A21 A31 A41 A42 A43 A44 E11 E13 E15 E21 E23 E31 E33 E41 G11 G12 G13 G14 G51 H11',
  export: 'B11 B12 B13 E42 E52 E54 E56 E62 E82 G21 G22 G23 G24 G61 H21',
  bonded: 'C11 C12 C21 C22',
} as const;

export type TypeCodeFlow = keyof typeof byFlow;

const flows = new Map<string, TypeCodeFlow>();
for (const code of byFlow.import.split(' ')) flows.set(code, 'import');
for (const code of byFlow.export.split(' ')) flows.set(code, 'export');
for (const code of byFlow.bonded.split(' ')) flows.set(code, 'bonded');

/** The flow a declaration type belongs to; null for a code that the list does not have. */
export function flowOfTypeCode(code: string): TypeCodeFlow | null {
  return flows.get(code.toUpperCase()) ?? null;
}

/** The declaration types named in a text, upper-cased, in order. */
export function findTypeCodes(text: string): readonly string[] {
  const codes = [...text.matchAll(/(?<![\p{L}\d])[a-chge]\d{2}(?![\p{L}\d])/giu)].map(([code]) => code.toUpperCase());
  return [...new Set(codes)].filter((code) => flows.has(code));
}
