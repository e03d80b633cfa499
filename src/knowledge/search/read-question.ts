import { findAddresses, type SaidAddress } from '../address.ts';
import { statesSpan, units } from './features.ts';
import { conceptNamed, conceptsIn, readKorean } from './find-concepts.ts';
import type { Mender } from './mend.ts';
import { readWord, type Word, wordsIn } from './spelling.ts';
import { abbreviations } from './vocabulary/abbreviations.ts';
import { plainnessOf } from './vocabulary/plain-words.ts';
import type { Weights } from './weights.ts';

/** A question as ranking sees it. */
export interface Question {
  /** What it asks about, each with how much a match is worth. */
  wanted: ReadonlyMap<string, number>;
  /** The parts of the library it names outright. */
  named: readonly SaidAddress[];
  /** Each thing it is about; an answer has most of them. */
  matter: readonly Matter[];
}

const howLong = conceptNamed('thời hạn');

/** One thing a question is about: the word itself, and what shows that the word means here what it means elsewhere. */
export interface Matter {
  word: string | null;
  /** The matters of the vocabulary and the neighbourhoods that the word is part of. */
  meanings: readonly string[];
}

interface Read extends Word {
  weight: number;
  plainness: 'asking' | 'naming' | 'matter';
}

/** Reads what a person typed, with or without marks, shortened, mistyped, in Vietnamese, English or Korean. */
export function readQuestion(text: string, mender: Mender, weights: Weights): Question {
  const said = text.replace(/(?:부속서|별첨)/gu, 'phụ lục ');
  const named = findAddresses(said);
  const words = readAll(withoutAddresses(said, named), mender, weights);
  const wanted = new Map<string, number>();
  const want = (feature: string, worth: number) => wanted.set(feature, Math.max(wanted.get(feature) ?? 0, worth));
  const { kind } = weights;
  for (const [place, word] of words.entries()) {
    want(`w${word.folded}`, kind.w * word.weight);
    if (word.isMarked) want(`x${word.exact}`, kind.x * word.weight);
    const next = words[place + 1];
    if (next === undefined) continue;
    want(`b${word.folded} ${next.folded}`, kind.b * neighbourhood(word, next, weights));
    const unit = units.get(next.folded);
    if (unit === undefined) continue;
    if (/^\d/.test(word.folded)) want(`n${word.folded} ${unit}`, kind.n);
    if (/^(?:mai|nhieu|mani|\d+)$/.test(word.folded)) want(`u${unit}`, kind.u);
  }
  const mentions = conceptsIn(words);
  for (const { concept } of mentions) want(`c${concept}`, kind.c);
  const korean = readKorean(said);
  for (const concept of korean.concepts) want(`c${concept}`, kind.c);
  if ([...mentions.map(({ concept }) => concept), ...korean.concepts].includes(howLong)) want(statesSpan, weights.span);
  const matter = words.flatMap((word, place): Matter[] => {
    if (word.plainness !== 'matter' || hasHangul(word.folded)) return [];
    const [before, after] = [words[place - 1], words[place + 1]];
    const meant = mentions.filter(({ from, until }) => from <= place && place < until);
    return [
      {
        word: `w${word.folded}`,
        meanings: [
          ...meant.map(({ concept }) => `c${concept}`),
          ...(before === undefined ? [] : [`b${before.folded} ${word.folded}`]),
          ...(after === undefined ? [] : [`b${word.folded} ${after.folded}`]),
        ],
      },
    ];
  });
  const inKorean = [
    ...korean.concepts.map((concept): Matter => ({ word: null, meanings: [`c${concept}`] })),
    ...korean.unknown.map((word): Matter => ({ word: `w${word}`, meanings: [] })),
  ];
  return { wanted, named, matter: [...matter, ...inKorean] };
}

function readAll(text: string, mender: Mender, weights: Weights): readonly Read[] {
  const typed = text
    .replace(/(?<![\p{L}\d])c ?[/.] ?[o0](?![\p{L}\d])/giu, ' c o ')
    .replace(/(?<=\d)h(?=\d|\b)/giu, ' giờ ')
    .replace(/(\p{L})\1{2,}/gu, '$1');
  const words = (
    typed
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+\d?(?!\d)|\p{N}+/gu) ?? []
  ).flatMap((word) => (abbreviations.get(word) ?? word).split(' ').flatMap((part) => wordsIn(part)));
  return words
    .filter(({ folded }) => !isSomebodys(folded) || mender.isKnown(folded))
    .flatMap((word, place): Read[] => {
      const plainness = plainnessOf(word);
      if (mender.isKnown(word.folded) || plainness !== 'matter')
        return [{ ...word, plainness, weight: weightOf(plainness, weights) }];
      const meant = mender.mend(word.folded, words[place - 1]?.folded, words[place + 1]?.folded);
      if (meant.length === 0) return [{ ...word, plainness, weight: 1 }];
      return meant.map((folded) => {
        const mended = readWord(folded);
        const does = plainnessOf(mended);
        return { ...mended, plainness: does, weight: weights.mended * weightOf(does, weights) };
      });
    });
}

function weightOf(plainness: Read['plainness'], { asking, naming }: Weights): number {
  return { asking, naming, matter: 1 }[plainness];
}

function neighbourhood(left: Read, right: Read, { looseBigram, asking }: Weights): number {
  if (left.plainness === 'matter' && right.plainness === 'matter') return Math.min(left.weight, right.weight);
  if (left.plainness === 'matter' || right.plainness === 'matter') return looseBigram;
  return left.plainness === 'naming' && right.plainness === 'naming' ? looseBigram / 2 : asking;
}

function withoutAddresses(text: string, named: readonly SaidAddress[]): string {
  const whole = text.normalize('NFC');
  return named.toReversed().reduce((rest, { from, until }) => `${rest.slice(0, from)} . ${rest.slice(until)}`, whole);
}

/** The number of a declaration, an enterprise or a telephone says whose question it is, and not what it is about. */
function isSomebodys(word: string): boolean {
  return /^\d{6,}$/.test(word);
}

function hasHangul(word: string): boolean {
  return /\p{Script=Hangul}/u.test(word);
}
