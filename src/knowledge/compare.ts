import { diffArrays } from 'diff';
import { printAddress } from './address.ts';
import { type AppendixDocument, type Part, partsOf } from './document.ts';

/** A run of words that both versions have, or only the later or earlier one. */
export interface Span {
  text: string;
  change: 'same' | 'added' | 'removed';
}

type Structure = Pick<AppendixDocument, 'code' | 'articles'>;

export interface PartChange {
  address: string;
  level: Part['level'];
  kind: 'added' | 'removed' | 'changed';
  /** The heading and the words of the part in one run. */
  spans: readonly Span[];
  /** Where the same words stood before, if they only moved. */
  movedFrom: string | null;
}

/**
 * What `after` says otherwise than `before`, part by part in the order of the later text; what is gone stands where it
 * stood. Parts are matched by address, so an inserted clause shows those behind it as changed; words that only moved to
 * another address are told as moved.
 */
export function compareVersions(before: Structure, after: Structure): readonly PartChange[] {
  const earlier = new Map(partsOf(before).map((part) => [addressOf(part), part]));
  const later = new Map(partsOf(after).map((part) => [addressOf(part), part]));
  const earlierByWords = new Map([...earlier].map(([address, part]) => [wordsOf(part), address]));
  const changes: PartChange[] = [];
  for (const address of mergedOrder([...earlier.keys()], [...later.keys()])) {
    const [was, is] = [earlier.get(address), later.get(address)];
    const part = is ?? was;
    if (part === undefined) continue;
    const [old, words] = [was === undefined ? '' : wordsOf(was), is === undefined ? '' : wordsOf(is)];
    if (old === words) continue;
    const source = words.length > 20 ? earlierByWords.get(words) : undefined;
    changes.push({
      address,
      level: part.level,
      kind: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed',
      spans: spansBetween(old, words),
      movedFrom: source !== undefined && source !== address ? source : null,
    });
  }
  return changes;
}

/** The words of two texts in one run: without what was removed it is `after`, letter for letter. */
export function spansBetween(before: string, after: string): readonly Span[] {
  // A word with the blank behind it, so that changed neighbours make one run.
  const words = (text: string) => text.match(/\S+\s*|^\s+/gu) ?? [];
  const changes = diffArrays(words(before), words(after));
  return changes.map(({ value, added, removed }) => ({
    text: value.join(''),
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

function addressOf({ address }: Part): string {
  return printAddress(address);
}

function wordsOf({ heading, text }: Part): string {
  return [heading, text].filter((piece) => piece !== '').join('\n');
}

// The order of the later version, with what is gone behind what it stood behind.
function mergedOrder(before: readonly string[], after: readonly string[]): readonly string[] {
  const kept = new Set(after);
  const order = [...after];
  for (const [index, address] of before.entries()) {
    if (kept.has(address)) continue;
    const previous = before[index - 1];
    const at = previous === undefined ? 0 : order.indexOf(previous) + 1;
    order.splice(at, 0, address);
  }
  return order;
}
