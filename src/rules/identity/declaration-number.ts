export type DeclarationDirection = 'import' | 'export' | 'transport';

export type DeclarationNumber = {
  /** Twelve digits. */
  declarationNo: string;
  direction: DeclarationDirection;
  /** The twelfth digit: how many times the declaration has been amended. */
  amendment: number;
};

export type FoundDeclaration = DeclarationNumber & { from: number; until: number };

const directions: Readonly<Record<string, DeclarationDirection>> = { 1: 'import', 3: 'export', 5: 'transport' };

/** Reads one declaration number, spaces and dots inside allowed. Null for anything else, a personal ID included. */
export function readDeclarationNumber(text: string): DeclarationNumber | null {
  const digits = text.trim().replace(/[\s.]/g, '');
  const direction = directions[digits[0] ?? ''];
  if (direction === undefined || !/^\d{12}$/.test(digits)) return null;
  return { declarationNo: digits, direction, amendment: Number(digits[11]) };
}

/** What stays the same through amendments: the first eleven digits. */
export function declarationKey(declarationNo: string): string {
  return declarationNo.slice(0, 11);
}

/** Whether two numbers name one declaration. The twelfth digit counts amendments, so it is left out. */
export function sameDeclaration(a: string, b: string): boolean {
  return declarationKey(a) === declarationKey(b);
}

/** Every declaration number in a text, in order. A longer run of digits, an amount or a personal ID is not one. */
export function findDeclarationNumbers(text: string): readonly FoundDeclaration[] {
  return [...text.matchAll(digitGroups)].flatMap((run) => inGroups(run[0], run.index));
}

// Groups are separated by a single space or dot; each match is linear in the text.
const digitGroups = /(?<![\p{L}\d])\d+(?:[ .]\d+)*(?![\p{L}\d])/gu;

function inGroups(run: string, offset: number): FoundDeclaration[] {
  const groups = [...run.matchAll(/\d+/g)];
  const found: FoundDeclaration[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const last = endOfTwelve(groups, first);
    if (last === null) continue;

    const from = groups[first]?.index ?? 0;
    const until = (groups[last]?.index ?? 0) + (groups[last]?.[0].length ?? 0);
    const number = readDeclarationNumber(run.slice(from, until));
    if (number === null) continue;

    found.push({ ...number, from: offset + from, until: offset + until });
    first = last;
  }
  return found;
}

// A group of one or two digits beside others is a quantity or a date, unless it is the amendment digit of an 11 + 1 split.
function endOfTwelve(groups: readonly RegExpExecArray[], first: number): number | null {
  let length = 0;
  for (let last = first; last < groups.length; last += 1) {
    const group = groups[last]?.[0].length ?? 0;
    const isWhole = group >= 2 || (last > first && length === 11);
    length += group;
    if (!isWhole || length > 12) return null;
    if (length === 12) return last;
  }
  return null;
}
