import { printAddress } from '../address.ts';
import { type Article, partsOf } from '../document.ts';
import { stepBetween } from './markers.ts';

/** Something in the structure that a person should look at. */
export interface Doubt {
  address: string;
  because: 'repeatedNumber' | 'missingNumber' | 'noNumber' | 'empty' | 'wrongOrder';
  /** Whether the version cannot be published like that: an address would mean two things, or nothing. */
  isFatal: boolean;
}

/** What is odd about the numbers of a document, in reading order. Also fatal: no article at all. */
export function doubtsOf(code: string, articles: readonly Article[]): readonly Doubt[] {
  if (articles.length === 0) return [{ address: code, because: 'empty', isFatal: true }];
  const parts = partsOf({ code, articles });
  const seen = new Set<string>();
  // The number before, among the parts that stand in the same one.
  const before = new Map<number | null, string>();
  return parts.flatMap((part) => {
    const address = printAddress(part.address);
    const doubts: Doubt[] = [];
    const earlier = before.get(part.parent);
    before.set(part.parent, part.number);
    if (part.number === '') return [{ address, because: 'noNumber', isFatal: true }];
    if (seen.has(address)) return [{ address, because: 'repeatedNumber', isFatal: true }];
    seen.add(address);
    const first = part.level === 'point' ? 'a' : '1';
    const step =
      earlier === undefined
        ? part.level === 'article'
          ? 1
          : stepBetween(first, part.number)
        : stepBetween(earlier, part.number);
    const isFirst = earlier === undefined;
    // đ is often left out.
    const isWithoutDed = earlier === 'd' && part.number === 'e';
    if (isFirst ? step !== 0 && part.level !== 'article' : step !== null && step > 1 && !isWithoutDed)
      doubts.push({ address, because: 'missingNumber', isFatal: false });
    if (!isFirst && step !== null && step < 0) doubts.push({ address, because: 'wrongOrder', isFatal: false });
    const isBare = part.text === '' && !parts.some(({ parent }) => parent === part.ordinal);
    if (isBare && part.heading === '') doubts.push({ address, because: 'empty', isFatal: false });
    return doubts;
  });
}
