import { categoryCodes } from '../../../rules/identity/categories.ts';
import type { Entities } from '../entities.ts';
import { intents } from '../intent.ts';
import { allSignals } from '../phrases/signal.ts';
import type { RuleReading } from '../read-by-rules.ts';
import { shares } from '../score.ts';

const named: readonly (keyof Entities)[] = [
  'declarationNo',
  'taxCode',
  'caseCode',
  'rating',
  'ratings',
  'officeCode',
  'typeCode',
  'channel',
  'containerNo',
  'coForm',
  'officerName',
  'phone',
];
const lengths = [1, 2, 4, 7, 12, 20];

/** What stands at each place of `evidenceOf`. */
export const evidenceNames: readonly string[] = [
  ...allSignals.map((signal) => `signal ${signal}`),
  ...categoryCodes.flatMap((code) => [`score ${code}`, `share ${code}`]),
  ...intents.flatMap((intent) => [`score ${intent}`, `share ${intent}`]),
  ...named.map((entity) => `names ${entity}`),
  'rates in so many words',
  ...lengths.map((words) => `longer than ${words}`),
  'in English',
  'in Korean',
  'always',
];

/** What the rules found in a text, each figure of about the size of one. */
export function evidenceOf({ text, language, signals, categories, intents: asked, read }: RuleReading): number[] {
  const shareOfCategory = new Map(shares(categories).map(({ value, confidence }) => [value, confidence]));
  const shareOfIntent = new Map(shares(asked).map(({ value, confidence }) => [value, confidence]));
  return [
    ...allSignals.map((signal) => bounded((signals.get(signal)?.sum ?? 0) / 10)),
    ...categoryCodes.flatMap((code) => [bounded((categories.get(code) ?? 0) / 10), shareOfCategory.get(code) ?? 0]),
    ...intents.flatMap((intent) => [bounded((asked.get(intent) ?? 0) / 20), shareOfIntent.get(intent) ?? 0]),
    ...named.map((entity) => Number(read.entities[entity] !== undefined)),
    Number(read.isRatingExplicit),
    ...lengths.map((words) => Number(text.words.length > words)),
    Number(language === 'en'),
    Number(language === 'ko'),
    1,
  ];
}

function bounded(figure: number): number {
  return Math.max(-2, Math.min(2, figure));
}
