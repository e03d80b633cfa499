import { fold } from '../../rules/identity/fold.ts';

/** One word as typed. `exact` keeps the marks with the tone moved to the end, so that hoà and hòa agree. */
export interface Word {
  exact: string;
  folded: string;
  /** Whether marks were typed, so that this word was meant and no other that folds alike. */
  isMarked: boolean;
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
// The hook and the tilde sound alike in half the country and are mixed up in writing everywhere.
const toneNumber: Readonly<Record<string, string>> = { '\u0300': '2', '\u0301': '3', '\u0303': '4', '\u0309': '4' };
const known = new Map<string, Word>();

/** The words of a text in order. Numbers are words; what stands between words is dropped. */
export function wordsIn(text: string): Word[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []
  ).map(readWord);
}

/** One word in the two spellings that are compared. Spellings that differ by habit (huỷ/hủy, kí/ký) become one. */
export function readWord(text: string): Word {
  const before = known.get(text);
  if (before !== undefined) return before;
  const bare = fold(text).normalize('NFC');
  const word = { exact: oneI(toneLast(text)), folded: oneI(stem(bare)), isMarked: bare !== text };
  // Words people use are few; the bound keeps nonsense from filling the memory.
  if (known.size < 20_000 && text.length < 24) known.set(text, word);
  return word;
}

function toneLast(text: string): string {
  const letters = text.normalize('NFD');
  const tone = letters.match(tones)?.[0];
  if (tone === undefined) return text.normalize('NFC');
  return letters.replace(tones, '').normalize('NFC') + (toneNumber[tone] ?? '5');
}

function oneI(word: string): string {
  return word.replace(/(?<=[bcdghklmnqrstuvx])y(?=\d?$)/, 'i');
}

// English endings. No Vietnamese syllable of five letters ends like this; a leading zero says nothing ("02 giờ").
function stem(word: string): string {
  if (/^\d/.test(word)) return word.replace(/^0+(?=\d)/, '');
  if (word.length < 5) return word;
  return word.replace(/(?<=[a-z]{3})(?:ies|y)$/, 'i').replace(/(?<=[a-z]{3})(?:ing|ed|es|s|e)$/, '');
}

const onset = '(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x)?';
const rime =
  '(?:[aeiouy]|ai|ao|au|ay|eo|eu|ia|ie|ieu|iu|oa|oai|oao|oay|oe|oeo|oi|oo|ua|uai|uay|ue|ueu|ui|uo|uoi|uou|uu|uy|uya|uye|uyu|uoa|ye|yeu|ya)';
const syllable = new RegExp(`^${onset}${rime}(?:ch?|m|nh?|ng|p|t)?$`);

/** Whether a folded word could be a Vietnamese syllable at all; a slip of the finger mostly could not. */
export function isSyllable(folded: string): boolean {
  return syllable.test(folded);
}
