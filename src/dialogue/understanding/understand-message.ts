import { sentencesOf } from './sentences.ts';
import { type Understanding, understand } from './understand.ts';

// One sentence by itself says less than a whole message, so more is asked for than of a message.
const sureOfSentence = 0.6;

/** What a whole message means. One sentence that accuses somebody makes it an accusation, whatever the others are about. */
export function understandMessage(text: string): Understanding {
  const whole = understand(text);
  if (whole.intent.value === 'complaint_officer') return whole;
  const accused = partAccusing(text);
  if (accused === null) return whole;
  const { value, alternatives } = whole.intent;
  return {
    ...whole,
    intent: {
      value: 'complaint_officer',
      confidence: sureOfSentence,
      alternatives: [value, ...alternatives.filter((each) => each !== 'complaint_officer')].slice(0, 2),
    },
    category: { value: null, confidence: 0, alternatives: [] },
    ambiguities: whole.ambiguities.filter(({ about }) => about !== 'intent' && about !== 'category'),
  };
}

/** The sentences that accuse somebody and those that do not; null where none does, or all do. */
export function partAccusing(text: string): { accusing: string; others: string } | null {
  const sentences = sentencesOf(text);
  if (sentences.length < 2) return null;
  const accusing = sentences.filter((sentence) => {
    const { intent } = understand(sentence);
    return intent.value === 'complaint_officer' && intent.confidence >= sureOfSentence;
  });
  if (accusing.length === 0 || accusing.length === sentences.length) return null;
  return {
    accusing: accusing.join(' '),
    others: sentences.filter((sentence) => !accusing.includes(sentence)).join(' '),
  };
}
