import { abbreviations, abbreviationsInContext } from './phrases/abbreviations.ts';
import { readWord, type Word } from './word.ts';

export type Normalised = {
  /** NFC, no invisible characters, single spaces, the writer's own capitals. Entities are read from this. */
  clean: string;
  /** The words with abbreviations written out and codes replaced by markers such as #co. Phrases are matched on these. */
  words: readonly Word[];
  /** Whether the writer uses Vietnamese marks, so that a bare word is meant to be bare. */
  isMarked: boolean;
};

// Nobody writes a longer message by hand; what is pasted beyond this adds time and no meaning.
const longestRead = 6_000;

/** Brings what a person typed into the one form that rules read. Never fails, whatever the text. */
export function normalise(text: string): Normalised {
  const clean = text
    .slice(0, longestRead)
    .toWellFormed()
    .normalize('NFC')
    .replace(/\u00ad|[\u200b-\u200f]|\u2060|\ufeff|\ufe0f/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const typed = (markCodes(clean).match(token) ?? []).map(once);
  const marked = typed.filter((word) => readWord(word).marked).length;
  return { clean, words: writtenOut(typed), isMarked: marked * 2 > typed.length };
}

/** The same form for a phrase of ours, which has no abbreviations. */
export function wordsOf(phrase: string): readonly Word[] {
  return (phrase.toLowerCase().match(token) ?? []).map(readWord);
}

const token = /#[a-z]+|…|[\p{L}\p{M}\p{N}]+\*?/gu;

// Order matters: a longer code is taken before a shorter one can bite a piece out of it.
const markers: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\d])(?:vm|pa|[dđ]g)[\s–_-]{0,2}20\d\d[\s–_-]{0,2}\d{1,6}(?!\d)/giu, ' #case '],
  [/(?<![\p{L}\d])c ?[/.] ?[o0](?![\p{L}\d])/giu, ' #co '],
  [
    /(?<![\p{L}\d])(?:phụ lục|phu luc|pl|appendix|annex)[\s.:-]{0,2}(?:số |so |no\.? ?)?0?(?:10|[1-9])(?![\p{L}\d])/giu,
    ' #appendix ',
  ],
  [/(?<![\p{L}\d])[a-z]{3}[ -]?[ujz][ -]?\d{6}[ -]?\d(?!\d)/giu, ' #container '],
  [/(?<![\p{L}\d.])\d{7,15} ?(?:đồng|dong|vnd|vnđ|usd|đ)(?![\p{L}\d])/giu, ' #money '],
  [/(?<!\d)[135]\d{11}(?!\d)/g, ' #declaration '],
  [/(?<=(?:vào|vao|mã|ma|nhóm|nhom|hs|chương|áp|khai|code) )\d{4}(?:\d{4})?(?![\d.,])/giu, ' #hs '],
  [/(?<![\d.])\d{4}\.\d{2}(?:\.?\d{2}){0,2}(?![\d.])/g, ' #hs '],
  [/(?<![\p{L}\d])[aesrw]\d{4}(?![\p{L}\d])/giu, ' #error '],
  [/(?<!\d)\d{1,2} ?(?:h|:|giờ|gio) ?\d{2}(?!\d)/giu, ' #clock '],
  [/(?<!\d)\d{1,2} ?h(?![\p{L}\d])/giu, ' #clock '],
  [
    /(?<![\p{L}\d])\d{1,3} ?(?:tiếng|tieng|giờ|gio|h|ngày|ngay|hôm|hom)(?= (?:rồi|roi|r|nay|chưa|chua|ch|vẫn|van|mà|ma|liền)(?!\p{L}))/giu,
    ' #wait ',
  ],
  [
    /(?<![\p{L}\d])\d{1,12}(?:[.,]\d{1,3}){0,4} ?(?:k|tr|triệu|trieu|nghìn|nghin|ngàn|củ|đồng|vnd|usd|đ)(?![\p{L}\d])/giu,
    ' #money ',
  ],
  [/[⭐★]+/gu, ' #stars '],
  [/(?<!\d)[1-5] ?\*/g, ' #stars '],
];

function markCodes(clean: string): string {
  // Typed without its slash, C/O is told from "có" by its capitals, unless everything is in capitals.
  const withCo = clean === clean.toUpperCase() ? clean : clean.replace(/(?<![\p{L}\d])COs?(?![\p{L}\d])/gu, ' #co ');
  return markers.reduce((text, [code, marker]) => text.replace(code, marker), withCo).toLowerCase();
}

// Letters held down for feeling ("gấpppp") count once.
function once(word: string): string {
  return word.replace(/(\p{L})\1{2,}/gu, '$1');
}

function writtenOut(typed: readonly string[]): Word[] {
  return typed.flatMap((word, index) => {
    const full = inContext(word, typed[index - 1], typed[index + 1]) ?? abbreviations.get(word);
    return full === undefined ? [readWord(word)] : full.split(' ').map(readWord);
  });
}

function inContext(word: string, before: string | undefined, after: string | undefined): string | undefined {
  const readings = abbreviationsInContext.get(word);
  return readings?.find(
    ({ afterAny, beforeAny }) =>
      (before !== undefined && afterAny?.has(before)) || (after !== undefined && beforeAny?.has(after)),
  )?.means;
}
