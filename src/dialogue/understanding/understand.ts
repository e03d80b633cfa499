import { readFileSync } from 'node:fs';
import type { CategoryCode } from '../../rules/identity/categories.ts';
import { classify } from './classifier/classify.ts';
import { featuresOf } from './classifier/features.ts';
import { type Model, readModel } from './classifier/model.ts';
import { decide } from './decide.ts';
import type { Entities, EntitiesRead, EntityAmbiguity } from './entities.ts';
import type { Intent } from './intent.ts';
import type { Language } from './language.ts';
import { readByRules } from './read-by-rules.ts';
import { type Urgency, urgencyOf } from './urgency.ts';

/** A reading that only the writer can settle. The dialogue asks; it never guesses. */
export type Ambiguity =
  | EntityAmbiguity
  | { about: 'intent'; candidates: readonly Intent[] }
  | { about: 'category'; candidates: readonly CategoryCode[] };

export type Understanding = {
  language: Language;
  /** `confidence` is how often such an answer is right; alternatives are the next guesses, likeliest first. */
  intent: { value: Intent; confidence: number; alternatives: readonly Intent[] };
  /** `value` is null unless an issue is raised; alternatives are the next guesses, for buttons. */
  category: { value: CategoryCode | null; confidence: number; alternatives: readonly CategoryCode[] };
  entities: Entities;
  urgent: Urgency;
  ambiguities: readonly Ambiguity[];
};

// Below these the person is asked. An accusation is acted on from less; see decide.ts.
const sureOfIntent = 0.65;
const sureOfCategory = 0.45;

export const shippedModel = readModel(readFileSync(new URL('classifier/model.txt', import.meta.url), 'utf8'));

/** What a person means by a message: by rules and the shipped classifier, at once, for any text whatever. */
export function understand(text: string): Understanding {
  return understandBy(shippedModel, text);
}

export function understandBy(model: Model, text: string): Understanding {
  const reading = readByRules(text);
  const { intents, categories } = decide(reading, classify(model, featuresOf(reading)));
  const [intent = { value: 'other' as const, confidence: 0 }, ...otherIntents] = intents;
  const [category = { value: 'other_issue' as const, confidence: 0 }, ...otherCategories] = categories;
  const isIssue = intent.value === 'raise_issue';

  const ambiguities: Ambiguity[] = [...reading.read.ambiguities];
  if (intent.confidence < sureOfIntent) {
    const candidates = [intent, ...otherIntents.slice(0, 2)].map(({ value }) => value);
    ambiguities.push({ about: 'intent', candidates });
  }
  if (isIssue && category.confidence < sureOfCategory) {
    const candidates = [category, ...otherCategories.slice(0, 3)].map(({ value }) => value);
    ambiguities.push({ about: 'category', candidates });
  }
  return {
    language: reading.language,
    intent: { ...intent, alternatives: otherIntents.slice(0, 2).map(({ value }) => value) },
    category: {
      value: isIssue ? category.value : null,
      confidence: isIssue ? category.confidence : 0,
      alternatives: isIssue ? otherCategories.slice(0, 3).map(({ value }) => value) : [],
    },
    entities: asMeant(reading.read, intent.value),
    urgent: urgencyOf(reading.text),
    ambiguities,
  };
}

// A question about what an appendix says names stars and channels without there being any; "bình thường" is a level only
// in a rating.
function asMeant({ entities, isRatingExplicit }: EntitiesRead, intent: Intent): Entities {
  const { rating, ratings, channel, ...rest } = entities;
  if (intent === 'lookup_appendix') return rest;
  if (intent === 'rate_service' || isRatingExplicit) return entities;
  return { ...rest, ...(channel === undefined ? {} : { channel }) };
}
