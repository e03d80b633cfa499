import type { ModelReading, Quotation } from '../../assistant/port.ts';
import { isCategoryCode } from '../../rules/identity/categories.ts';
import { type Intent, intents } from '../understanding/intent.ts';
import type { Understanding } from '../understanding/understand.ts';

/** What a message means, and what the model picked out of the appendices for it, if it was asked. */
export type Understood = Understanding & { picked?: readonly Quotation[] };

/** Whether the rules leave open what is wanted, or what it is about. An accusation is never in doubt and never sent out. */
export function leavesOpen({ intent, ambiguities }: Understanding): boolean {
  return (
    intent.value !== 'complaint_officer' && ambiguities.some(({ about }) => about === 'intent' || about === 'category')
  );
}

// As sure as our own readings that nobody is asked about; the card still shows it for correction.
const surenessOfModel = 0.75;

/**
 * Our reading with the model's word on what we left open. Ours stays on everything else: on entities, on urgency, on an
 * intent of which we were sure.
 */
export function advised(ours: Understanding, model: ModelReading): Understanding {
  const isIntentOpen = ours.ambiguities.some(({ about }) => about === 'intent');
  const value = isIntentOpen && isIntent(model.intent) ? model.intent : ours.intent.value;
  const intent =
    value === ours.intent.value
      ? { ...ours.intent, confidence: isIntentOpen ? surenessOfModel : ours.intent.confidence }
      : { value, confidence: surenessOfModel, alternatives: [ours.intent.value, ...ours.intent.alternatives] };
  return {
    ...ours,
    intent,
    category: categoryOf(ours, model, value),
    ambiguities: ours.ambiguities.filter(({ about }) => about !== 'intent' && about !== 'category'),
  };
}

function categoryOf(ours: Understanding, { category }: ModelReading, intent: Intent): Understanding['category'] {
  if (intent !== 'raise_issue') return { value: null, confidence: 0, alternatives: [] };
  const isSure = ours.category.value !== null && !ours.ambiguities.some(({ about }) => about === 'category');
  if (isSure || category === null || !isCategoryCode(category)) return ours.category;
  const others = [ours.category.value, ...ours.category.alternatives].filter((each) => each !== null);
  return {
    value: category,
    confidence: surenessOfModel,
    alternatives: others.filter((each) => each !== category).slice(0, 3),
  };
}

function isIntent(word: string): word is Intent {
  return (intents as readonly string[]).includes(word);
}
