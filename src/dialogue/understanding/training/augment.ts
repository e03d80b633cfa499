import { isCategory } from '../classifier/labels.ts';
import { inChatSpelling, withoutMarks, withSlips } from './chat-spelling.ts';
import { fillSlots } from './fill-slots.ts';
import { framed, withCircumstance } from './frames.ts';
import { oneOf, type Random, randomFrom } from './random.ts';
import type { Seed } from './read-seeds.ts';

export const styles = ['standard', 'no_diacritics', 'teencode', 'en', 'ko'] as const;
export type Style = (typeof styles)[number];

export type Variant = { seed: Seed; style: Style; text: string };

/** The ways in which people would have written a seed. The first is the seed itself; the same seed gives the same variants. */
export function variantsOf(seed: Seed): readonly Variant[] {
  const random = randomFrom(`${seed.label} ${seed.text}`);
  return ways[seed.language].map(({ style, write }) => ({
    seed,
    style,
    text: write(fillSlots(seed.text, seed.language, random), seed, random),
  }));
}

type Way = { style: Style; write: (text: string, seed: Seed, random: Random) => string };

const asItIs = (text: string): string => text;
const inFrame = (text: string, seed: Seed, random: Random): string =>
  framed(isCategory(seed.label) && random() < 0.4 ? withCircumstance(text, seed.language, random) : text, seed, random);

const ways: Readonly<Record<Seed['language'], readonly Way[]>> = {
  vi: [
    { style: 'standard', write: asItIs },
    { style: 'standard', write: inFrame },
    { style: 'standard', write: (text, seed, random) => withFewerWords(inFrame(text, seed, random), random) },
    { style: 'no_diacritics', write: (text) => withoutMarks(text).toLowerCase() },
    { style: 'no_diacritics', write: (text, seed, random) => withoutMarks(inFrame(text, seed, random)) },
    {
      style: 'no_diacritics',
      write: (text, seed, random) =>
        withSlips(withFewerWords(withoutMarks(inFrame(text, seed, random)), random), random),
    },
    { style: 'teencode', write: (text, seed, random) => inChatSpelling(inFrame(text, seed, random), random) },
    { style: 'teencode', write: (text, _, random) => withoutMarks(inChatSpelling(text, random)) },
    {
      style: 'teencode',
      write: (text, seed, random) =>
        withSlips(withoutMarks(inChatSpelling(inFrame(text, seed, random), random)), random),
    },
  ],
  en: [
    { style: 'en', write: asItIs },
    { style: 'en', write: inFrame },
    { style: 'en', write: (text, _, random) => asWrittenByStaff(text, random) },
    { style: 'en', write: (text, seed, random) => asWrittenByStaff(inFrame(text, seed, random), random) },
    {
      style: 'en',
      write: (text, seed, random) => withSlips(withFewerWords(inFrame(text, seed, random), random), random),
    },
  ],
  ko: [
    { style: 'ko', write: asItIs },
    { style: 'ko', write: inFrame },
    { style: 'ko', write: (text) => text.replace(/(?<=\p{Script=Hangul}) (?=\p{Script=Hangul})/gu, '') },
    { style: 'ko', write: (text, seed, random) => withPlainEnding(inFrame(text, seed, random), random) },
    { style: 'ko', write: (text, _, random) => withFewerWords(withPlainEnding(text, random), random) },
  ],
};

// What turns a sentence into its opposite is never left out.
const kept = /^(?:không|khong|chưa|chua|ko|k|ch|not|no|never|안|못)$/i;

function withFewerWords(text: string, random: Random): string {
  const words = text.split(' ');
  if (words.length < 5) return text;
  return words.filter((word) => kept.test(word) || random() > 0.12).join(' ');
}

const shortEnglish: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bplease\b/gi, ['pls', 'plz', 'please']],
  [/\byou\b/gi, ['u', 'you']],
  [/\bdeclaration\b/gi, ['decl', 'CD', 'declaration', 'customs sheet']],
  [/\bdocuments\b/gi, ['docs', 'document', 'dossier']],
  [/\bcontainer\b/gi, ['cont', 'container']],
  [/\bhow (?:do|can) (?:we|i)\b/gi, ['how to', 'how can we', 'how we can']],
  [/\b(?:can|may) (?:we|i)\b/gi, ['could we', 'we can', 'is it ok to']],
  [/\bour company\b/gi, ['my company', 'our side', 'we']],
  [/\b(?:a|an|the) /gi, ['', '', 'the ']],
  [/\bwhat is\b/gi, ['what', "what's", 'what is']],
  [/\bthanks?\b/gi, ['tks', 'thanks']],
];

// English as it is written here: articles go first, endings next.
function asWrittenByStaff(text: string, random: Random): string {
  const short = shortEnglish.reduce(
    (written, [whole, shorts]) => written.replace(whole, () => oneOf(shorts, random)),
    text,
  );
  return random() < 0.5 ? short.toLowerCase().replace(/[?.!,]/g, '') : short;
}

const politeEndings = /(?:습니까|하나요|인가요|합니까|됩니까|되나요|나요|습니다|입니다|세요|어요|아요)[?.]?$/u;

function withPlainEnding(text: string, random: Random): string {
  return text.replace(politeEndings, () =>
    oneOf(['는지요', '는지 궁금합니다', '네요', '요', '음', '는지 알려주세요'], random),
  );
}
