import type { CategoryCode } from '../../rules/identity/categories.ts';
import { scoreCategories, withoutEvidence } from './category.ts';
import { type Entities, type EntitiesRead, type EntityAmbiguity, readEntities } from './entities.ts';
import { type Intent, scoreIntents } from './intent.ts';
import { type Language, languageOf } from './language.ts';
import { normalise } from './normalise.ts';
import { shares } from './score.ts';
import { findSignals } from './signals.ts';
import { type Urgency, urgencyOf } from './urgency.ts';

/** A reading that only the writer can settle. The dialogue asks; it never guesses. */
export type Ambiguity = EntityAmbiguity | { about: 'intent'; candidates: readonly Intent[] };

export type Understanding = {
  language: Language;
  intent: { value: Intent; confidence: number };
  /** `value` is null unless an issue is raised; alternatives are the next guesses, for buttons. */
  category: { value: CategoryCode | null; confidence: number; alternatives: readonly CategoryCode[] };
  entities: Entities;
  urgent: Urgency;
  ambiguities: readonly Ambiguity[];
};

// Below this share of the runner-up the two readings are not close.
const closeCall = 0.35;

/** What a person means by a message: by rules, at once, for any text whatever. */
export function understand(text: string): Understanding {
  const normalised = normalise(text);
  const signals = findSignals(normalised);
  const topics = scoreCategories(normalised);
  const read = readEntities(normalised, signals);

  const [intent = { value: 'other' as const, confidence: 0 }, runnerUp] = shares(
    scoreIntents({
      text: normalised,
      signals,
      topic: Math.max(...[...topics.values()]) - withoutEvidence,
      hasRating: read.isRatingExplicit,
    }),
  );
  const [category = { value: 'other_issue' as const, confidence: 0 }, ...others] = shares(topics);
  const isIssue = intent.value === 'raise_issue';

  const ambiguities: Ambiguity[] = [...read.ambiguities];
  if (runnerUp !== undefined && runnerUp.confidence >= closeCall) {
    ambiguities.push({ about: 'intent', candidates: [intent.value, runnerUp.value] });
  }
  return {
    language: languageOf(normalised),
    intent,
    category: {
      value: isIssue ? category.value : null,
      confidence: isIssue ? category.confidence : 0,
      alternatives: isIssue ? others.slice(0, 3).map((each) => each.value) : [],
    },
    entities: asMeant(read, intent.value),
    urgent: urgencyOf(normalised),
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
