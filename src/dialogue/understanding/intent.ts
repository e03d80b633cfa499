import type { Normalised } from './normalise.ts';
import type { Signal } from './phrases/signal.ts';
import type { Signals } from './signals.ts';

export const intents = [
  'raise_issue',
  'rate_service',
  'lookup_appendix',
  'complaint_officer',
  'case_status',
  'talk_to_officer',
  'smalltalk',
  'other',
] as const;

export type Intent = (typeof intents)[number];

/** What the intent rules weigh beside the signals of the sentence. */
export type IntentEvidence = {
  text: Normalised;
  signals: Signals;
  /** The score of the best-matching category, 0 when nothing is said. */
  topic: number;
  hasRating: boolean;
};

/** How strongly a message asks for each thing. The tie-breaks between two readings are settled here and nowhere else. */
export function scoreIntents(evidence: IntentEvidence): ReadonlyMap<Intent, number> {
  const sum = (signal: Signal): number => evidence.signals.get(signal)?.sum ?? 0;
  const raise = issueScore(evidence, sum);
  const lookup = lookupScore(sum);
  const complaint = complaintScore(evidence, sum, lookup);
  return new Map<Intent, number>([
    ['raise_issue', raise],
    ['rate_service', rateScore(evidence, sum, lookup)],
    ['lookup_appendix', lookup],
    ['complaint_officer', complaint],
    ['case_status', statusScore(evidence, sum)],
    ['talk_to_officer', talkScore(sum)],
    ['smalltalk', smalltalkScore(evidence, sum, raise)],
    // Silence on all counts reads as out of scope.
    ['other', 2.8 + Math.max(0, sum('offTopic') - raise / 2)],
  ]);
}

type Sum = (signal: Signal) => number;

function issueScore({ topic }: IntentEvidence, sum: Sum): number {
  const trade = Math.min(sum('trade'), 6);
  // "How do I …" alone may be about anything; beside a word of the trade it asks about the trade.
  const problem = Math.min(sum('problem'), 6) * (topic + trade >= 3 ? 1 : 0.3);
  return (Math.min(topic + 2, 12) + problem + trade) * 0.6;
}

function lookupScore(sum: Sum): number {
  const said = Math.min(sum('lookup'), 14) + sum('notLookup');
  // Naming the agreement or an appendix outweighs the subject asked about: that subject is what to look up.
  return said >= 6 ? said + 9 : Math.max(0, said);
}

/**
 * Whether the text accuses somebody. Asking what the rules say of misconduct accuses nobody, unless somebody is reported
 * as well.
 */
export function accuses(signals: Signals): boolean {
  const sum = (signal: Signal): number => signals.get(signal)?.sum ?? 0;
  return sum('accusation') >= 8 && (lookupScore(sum) < 12 || sum('grievance') > 0);
}

function complaintScore({ topic, hasRating }: IntentEvidence, sum: Sum, lookup: number): number {
  const accusation = sum('accusation');
  const rudeness = Math.max(0, sum('rudeness') - sum('praise'));
  const grievance = sum('grievance');
  const about = Math.min(grievance, 8) + Math.min(sum('officer'), 4);

  // A text that asks what the rules say of misconduct accuses nobody, unless it also reports somebody.
  if (lookup >= 12) return accusation >= 8 && grievance > 0 ? lookup + 8 : 0;
  if (accusation >= 8) return 20 + accusation + about;
  // Low stars for bad manners are a rating; the request to act against a person makes them a complaint.
  if (rudeness > 0 && hasRating && grievance === 0) return 2;
  if (rudeness > 0) return rudeness + 8 + about;
  if (grievance === 0) return 0;
  // A complaint against a decision (tax, classification) is an issue about that decision.
  if (topic >= 5 && sum('officer') === 0) return about / 2;
  return sum('officer') > 0 || grievance >= 5 ? 8 + about : about;
}

function rateScore({ hasRating }: IntentEvidence, sum: Sum, lookup: number): number {
  const said = Math.min(sum('rate'), 14) + Math.min(sum('praise'), 6) + sum('notRate');
  // The rating appendix is asked about in the words of a rating.
  if (lookup >= 12 && !hasRating) return Math.max(0, said / 2);
  if (said < 6) return Math.max(0, said);
  return said + (said >= 8 || hasRating ? 6 : 0);
}

function statusScore({ text }: IntentEvidence, sum: Sum): number {
  const said = Math.min(sum('status'), 18);
  if (text.words.some((word) => word.folded === '#case')) return said + 9;
  // "Đến đâu rồi" about a declaration is a delay; about a matter already reported it is a status.
  return isAboutDeclaration(text) ? said / 3 : said >= 7 ? said + 4 : said / 2;
}

function isAboutDeclaration({ words }: Normalised): boolean {
  return words.some(
    ({ folded }, at) => folded === '#declaration' || (folded === 'to' && words[at + 1]?.folded === 'khai'),
  );
}

function talkScore(sum: Sum): number {
  const said = Math.min(sum('talk'), 12);
  return said >= 9 ? said + 5 : said;
}

function smalltalkScore({ text }: IntentEvidence, sum: Sum, raise: number): number {
  const said = Math.min(sum('smalltalk'), 12);
  // Laughter beside words nobody understands is not a conversation.
  if (said === 0 || (said < 6 && text.words.length > 2)) return said;
  // A greeting before a question is manners; a greeting alone is the message.
  return Math.max(0, said + 2 - Math.max(0, text.words.length - 6) - raise / 2);
}
