import { fold } from '../../rules/identity/fold.ts';

/**
 * One word in the two spellings that rules compare. `exact` keeps the marks, with the tone moved to the end, so that
 * hoà and hòa agree; `folded` has none. `marked` says that the writer typed marks, and so meant this word and no other.
 */
export type Word = { exact: string; folded: string; marked: boolean };

/** Reads one word. Spellings that differ only by habit (huỷ/hủy, qui/quy, sữa/sửa) become one. */
export function readWord(text: string): Word {
  const plain = text.toLowerCase();
  const known = words.get(plain);
  if (known !== undefined) return known;

  const folded = sameI(fold(plain));
  const word = { exact: sameI(toneLast(plain)), folded, marked: fold(plain) !== plain };
  // Words people use are few; the bound keeps nonsense from filling the memory.
  if (words.size < 20_000 && plain.length < 24) words.set(plain, word);
  return word;
}

const words = new Map<string, Word>();

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
// The hook and the tilde sound alike in half the country and are mixed up in writing everywhere.
const toneNumber: Readonly<Record<string, string>> = { '\u0300': '2', '\u0301': '3', '\u0303': '4', '\u0309': '4' };

function toneLast(plain: string): string {
  const letters = plain.normalize('NFD');
  const tone = letters.match(tones)?.[0];
  if (tone === undefined) return plain.normalize('NFC');
  return letters.replace(tones, '').normalize('NFC') + (toneNumber[tone] ?? '5');
}

function sameI(word: string): string {
  return word.replace(/(?<=[bcdghklmnqrstuvx])y(?=\d?$)/, 'i');
}
