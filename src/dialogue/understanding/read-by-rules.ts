import type { CategoryCode } from '../../rules/identity/categories.ts';
import { scoreCategories, withoutEvidence } from './category.ts';
import { type EntitiesRead, readEntities } from './entities.ts';
import { type Intent, scoreIntents } from './intent.ts';
import { type Language, languageOf } from './language.ts';
import { type Normalised, normalise } from './normalise.ts';
import { findSignals, type Signals } from './signals.ts';

/** All that the rules say of a text. The classifier weighs it beside the words themselves. */
export type RuleReading = {
  text: Normalised;
  language: Language;
  signals: Signals;
  categories: ReadonlyMap<CategoryCode, number>;
  intents: ReadonlyMap<Intent, number>;
  read: EntitiesRead;
};

export function readByRules(written: string): RuleReading {
  const text = normalise(written);
  const signals = findSignals(text);
  const categories = scoreCategories(text);
  const read = readEntities(text, signals);
  const topic = Math.max(...categories.values()) - withoutEvidence;
  const intents = scoreIntents({ text, signals, topic, hasRating: read.isRatingExplicit });
  return { text, language: languageOf(text), signals, categories, intents, read };
}
