import type { CategoryCode } from '../../rules/identity/categories.ts';
import type { Intent } from './intent.ts';
import { longestMessage, sentencesOf, shortestSentence } from './sentences.ts';
import { type Understanding, understand } from './understand.ts';

export interface TwoMatters {
  first: string;
  second: string;
}

// Written with marks: a folded text keeps its length only letter by letter, so the words are found as people type them.
const connectors =
  /(?:^|[.;,!?\n]\s*|\s)((?:ngoài ra|ngoai ra|thêm nữa|them nua|tiện thể|tien the|tiện đây|tien day|nhân tiện|nhan tien|tiện hỏi|tien hoi|với lại|voi lai|một việc nữa|mot viec nua|việc nữa là|viec nua la|còn việc nữa|con viec nua|besides|by the way|btw|another question|one more thing|also,|in addition|그리고 하나 더|하나 더|또 다른|덧붙여|아울러)[,:]?\s)/iu;
const numbered =
  /(?:^|\s)(?:1[.)]|thứ nhất|thu nhat|một là|mot la|first(?:ly)?,?|첫째,?)\s+(.+?)\s+(?:2[.)]|thứ hai|thu hai|hai là|hai la|second(?:ly)?,?|둘째,?)\s+(.+)$/isu;
// What can be a matter of its own. Greetings and thanks are none.
const matters: ReadonlySet<Intent> = new Set(['raise_issue', 'lookup_appendix', 'case_status', 'rate_service']);
const sureOfPart = 0.6;

/**
 * The two matters that one message holds, each in its own words: numbered, joined by "ngoài ra", about two declarations,
 * or a question beside a problem. Null where it is one matter told at length.
 */
export function twoMattersIn(text: string): TwoMatters | null {
  if (text.trim().length < 2 * shortestSentence || text.length > longestMessage) return null;
  for (const parts of waysToPart(text)) {
    if (areTwo(parts)) return parts;
  }
  return null;
}

function waysToPart(text: string): TwoMatters[] {
  const found: TwoMatters[] = [];
  const [, one, two] = numbered.exec(text) ?? [];
  if (one !== undefined && two !== undefined) found.push({ first: one, second: two });
  const joined = connectors.exec(text);
  if (joined !== null) {
    const [whole = '', words = ''] = joined;
    const at = joined.index + whole.length;
    found.push({ first: text.slice(0, at - words.length), second: text.slice(at) });
  }
  const sentences = sentencesOf(text);
  for (let count = 1; count < sentences.length; count += 1) {
    found.push({ first: sentences.slice(0, count).join(' '), second: sentences.slice(count).join(' ') });
  }
  return found.map(({ first, second }) => ({ first: tidy(first), second: tidy(second) }));
}

function areTwo({ first, second }: TwoMatters): boolean {
  if (first.length < shortestSentence || second.length < shortestSentence) return false;
  const [one, two] = [understand(first), understand(second)];
  if (!isMatter(one) || !isMatter(two)) return false;
  if (one.intent.value !== two.intent.value) return bothSure(one.intent, two.intent);
  if (one.intent.value !== 'raise_issue') return false;
  return sureCategory(one) !== null && sureCategory(two) !== null && differ(one, two);
}

function isMatter({ intent }: Understanding): boolean {
  return matters.has(intent.value) && intent.confidence >= sureOfPart;
}

// A sentence of a story often sounds like a question by itself, so more is asked for.
function bothSure(one: Understanding['intent'], two: Understanding['intent']): boolean {
  return Math.min(one.confidence, two.confidence) >= 0.85;
}

function differ(one: Understanding, two: Understanding): boolean {
  const [a, b] = [one.entities.declarationNo, two.entities.declarationNo];
  if (a !== undefined && b !== undefined && a !== b) return true;
  return sureCategory(one) !== sureCategory(two) && (a === undefined || b === undefined);
}

function sureCategory({ category }: Understanding): CategoryCode | null {
  return category.confidence >= 0.7 && category.value !== 'other_issue' ? category.value : null;
}

function tidy(text: string): string {
  return text
    .trim()
    .replace(/^(?:và|va|and)\s+/iu, '')
    .replace(/[,;:\s]+$/u, '');
}
