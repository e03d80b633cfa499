import { fold } from '../rules/identity/fold.ts';

/** Where a sentence stands: `PL01 Điều 4 khoản 2 điểm a`. A point stands in a clause, a clause in an article. */
export interface Address {
  code: string;
  article: string | null;
  clause: string | null;
  point: string | null;
}

/** An address as people say it: what is null is left to the context. */
export interface SaidAddress extends Omit<Address, 'code'> {
  code: string | null;
  /** Where it stands in the NFC of the text; `until` is the first letter behind it. */
  from: number;
  until: number;
}

/** `PL01 Điều 4 khoản 2 điểm a`, as far as the address goes. */
export function printAddress({ code, article, clause, point }: Address): string {
  const parts = [
    code,
    article === null ? '' : `Điều ${article}`,
    clause === null ? '' : `khoản ${clause}`,
    point === null ? '' : `điểm ${point}`,
  ];
  return parts.filter((words) => words !== '').join(' ');
}

/** The one address that the text is, in any of the usual ways; null when it is anything more, less or else. */
export function parseAddress(text: string): Address | null {
  const [said, ...others] = findAddresses(text);
  if (said === undefined || said.code === null || others.length > 0 || !isAll(said, text.normalize('NFC'))) return null;
  const { code, article, clause, point } = said;
  return { code, article, clause, point };
}

type Kind = 'code' | 'article' | 'clause' | 'point';
interface Piece {
  kind: Kind;
  value: string;
  /** Abbreviated to a letter or a bracket: means nothing by itself. */
  isShort: boolean;
  from: number;
  until: number;
}

const number = String.raw`0*([1-9]\d{0,2}(?:[a-z](?![\p{L}\p{N}]))?)(?!\d)`;
const letter = String.raw`["'“]?([a-z])["'”]?(?![\p{L}\p{N}])`;
// Each in folded text. The number of an appendix may be Roman or a word; "tài khoản" is no clause, "điểm 5" no point.
const ways: readonly { kind: Kind; isShort: boolean; pattern: RegExp }[] = [
  {
    kind: 'code',
    isShort: false,
    pattern: /(?<!\p{L})(?:phu ?luc|appendix|annex|부록|pl)(?: (?:so|thu|no\.?))?[ .:_-]*0*([1-9]\d?)(?!\d)/giu,
  },
  {
    kind: 'code',
    isShort: false,
    pattern: /(?<!\p{L})(?:phu ?luc|appendix|annex)(?: so)? ([ivx]+)(?![\p{L}\p{N}])/giu,
  },
  { kind: 'code', isShort: false, pattern: /(?<!\p{L})phu ?luc(?: so| thu)? (\p{L}+)(?!\p{L})/giu },
  { kind: 'article', isShort: false, pattern: way(`(?:dieu|article|art)(?: thu)?[ .:]*${number}`) },
  { kind: 'article', isShort: true, pattern: way(`d\\.? ?${number}`) },
  { kind: 'article', isShort: false, pattern: /(?:제 ?)?(\d{1,3}) ?조/gu },
  { kind: 'clause', isShort: false, pattern: way(`(?<!tai )(?:khoan|clause|paragraph|para)[ .:]*${number}`) },
  { kind: 'clause', isShort: true, pattern: way(`k\\.? ?${number}`) },
  { kind: 'clause', isShort: false, pattern: /(?:제 ?)?(\d{1,3}) ?항/gu },
  { kind: 'point', isShort: false, pattern: way(`(?:diem|point) ?${letter}`) },
  { kind: 'point', isShort: true, pattern: way(`d\\. ?${letter}`) },
];
const below: Record<Kind, Kind | null> = { code: 'article', article: 'clause', clause: 'point', point: null };
const numberWords = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

// What may stand between two pieces of one address.
const gap = /^(?:[\s,.;:/–-]|(?<!\p{L})(?:cua|thuoc|trong|tai|o|of|in|the|의)(?!\p{L}))*$/u;

/**
 * Every address in a text, in any order of its pieces: `phụ lục 6 điều 3`, `PL06 đ3 k2`, `điểm a khoản 2 điều 4 pl1`,
 * `PL06.3.2`, `article 4(2)`. A letter with a number (`k2`) counts beside a clearer piece or when it is the whole text.
 */
export function findAddresses(text: string): readonly SaidAddress[] {
  const original = text.normalize('NFC');
  // Folding takes Korean syllables apart.
  const folded = fold(original).normalize('NFC');
  const groups: Piece[][] = [];
  for (const piece of piecesOf(folded, original)) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const isNext =
      group !== undefined &&
      before !== undefined &&
      gap.test(folded.slice(before.until, piece.from)) &&
      !group.some(({ kind }) => kind === piece.kind);
    if (isNext) group.push(piece);
    else groups.push([piece]);
  }
  return groups.map(asAddress).filter((said, index) => {
    const isClear = groups[index]?.some(({ kind, isShort }) => !isShort && kind !== 'point');
    return isClear === true || isAll(said, original);
  });
}

function piecesOf(folded: string, original: string): readonly Piece[] {
  const found: Piece[] = [];
  for (const { kind, isShort, pattern } of ways) {
    for (const match of folded.matchAll(pattern)) {
      const [whole, said = ''] = match;
      const from = match.index;
      const until = from + whole.length;
      // The letter đ is lost in folding.
      const value = kind === 'point' ? letterIn(original.slice(from, until)) : valueFrom(kind, said, original, until);
      if (value !== null) found.push({ kind, value, isShort, from, until });
    }
  }
  const clear = found.toSorted((a, b) => a.from - b.from || b.until - a.until);
  const apart = clear.filter((piece, index) => !clear.slice(0, index).some(({ until }) => until > piece.from));
  return apart.flatMap((piece) => [piece, ...behind(piece, folded)]);
}

// `PL06.3.2`, `điều 4.2`, `article 4(2)(a)`: numbers that follow closely stand for the next pieces.
function behind(piece: Piece, folded: string): readonly Piece[] {
  const next = below[piece.kind];
  if (next === null) return [];
  const pattern =
    next === 'point'
      ? /^(?:\(([a-z])\)|[./]([a-z])(?![\p{L}\p{N}]))/u
      : /^(?:\(([1-9]\d?)\)|[./]0*([1-9]\d?)(?![\d\p{L}]))/u;
  const match = pattern.exec(folded.slice(piece.until));
  if (match === null) return [];
  const value = match[1] ?? match[2] ?? '';
  const following: Piece = {
    kind: next,
    value,
    isShort: true,
    from: piece.until,
    until: piece.until + match[0].length,
  };
  return [following, ...behind(following, folded)];
}

function valueFrom(kind: Kind, said: string, original: string, until: number): string | null {
  // The letter đ is lost in folding.
  if (kind !== 'code') return letterIn(said) === 'd' ? original.slice(until - said.length, until).toLowerCase() : said;
  if (/^\d/u.test(said)) return codeOf(Number(said));
  // Without marks, "phu luc sau" is the one that follows and not the sixth.
  const word = original.slice(until - said.length, until).toLowerCase();
  const count = /^[ivx]+$/u.test(said) ? romanValue(said) : numberWords.indexOf(word) + 1;
  return count > 0 ? codeOf(count) : null;
}

function codeOf(count: number): string {
  return `PL${String(count).padStart(2, '0')}`;
}

function romanValue(numeral: string): number {
  const worth: Record<string, number> = { i: 1, v: 5, x: 10 };
  const digits = [...numeral].map((digit) => worth[digit] ?? 0);
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
}

function letterIn(piece: string): string {
  return piece
    .toLowerCase()
    .replace(/["'“”]/gu, '')
    .slice(-1);
}

function asAddress(pieces: readonly Piece[]): SaidAddress {
  const value = (kind: Kind) => pieces.find((piece) => piece.kind === kind)?.value ?? null;
  return {
    code: value('code'),
    article: value('article'),
    clause: value('clause'),
    point: value('point'),
    from: pieces[0]?.from ?? 0,
    until: pieces.at(-1)?.until ?? 0,
  };
}

function isAll({ from, until }: SaidAddress, text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(0, from) + text.slice(until));
}

function way(pattern: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})${pattern}`, 'gu');
}
