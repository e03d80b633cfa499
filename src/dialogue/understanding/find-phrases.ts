import type { Normalised } from './normalise.ts';
import type { Phrase } from './phrase-book.ts';
import type { Word } from './word.ts';

/** Where a phrase was found, in words; half-open. */
export type Found = { phrase: Phrase; from: number; until: number };

export type PhraseFinder = (text: Normalised) => readonly Found[];

type Node = {
  exact: Map<string, Node>;
  folded: Map<string, Node[]>;
  endings: { start: string; node: Node }[];
  gap: Node | null;
  phrases: Phrase[];
};

const longestGap = 3;

/**
 * Makes the function that finds all phrases of a book in a text, each once. A phrase inside a longer one that was also
 * found is left out: in "kiểm tra sau thông quan" nobody speaks of "sau thông quan".
 */
export function phraseFinder(book: readonly Phrase[]): PhraseFinder {
  const root = aNode();
  for (const phrase of book) if (phrase.words !== null) plant(root, phrase, phrase.words);
  const unspaced = book.filter((phrase) => phrase.words === null);

  return (text) => {
    const found: Found[] = [];
    for (let from = 0; from < text.words.length; from += 1) walk(root, text.words, from, from, found);
    return [...once(withoutInner(found)), ...inKorean(text.clean, unspaced)];
  };
}

function plant(root: Node, phrase: Phrase, words: readonly Word[]): void {
  let node = root;
  for (const word of words) node = grow(node, word);
  node.phrases.push(phrase);
}

function grow(node: Node, word: Word): Node {
  if (word.folded === '…') {
    node.gap ??= aNode();
    return node.gap;
  }
  if (word.folded.endsWith('*')) {
    const start = word.folded.slice(0, -1);
    const known = node.endings.find((ending) => ending.start === start);
    if (known !== undefined) return known.node;
    const next = aNode();
    node.endings.push({ start, node: next });
    return next;
  }
  const known = node.exact.get(word.exact);
  if (known !== undefined) return known;
  const next = aNode();
  node.exact.set(word.exact, next);
  node.folded.set(word.folded, [...(node.folded.get(word.folded) ?? []), next]);
  return next;
}

function walk(node: Node, words: readonly Word[], from: number, at: number, found: Found[]): void {
  for (const phrase of node.phrases) found.push({ phrase, from, until: at });
  if (node.gap !== null) {
    for (let skipped = 0; skipped <= longestGap; skipped += 1) step(node.gap, words, from, at + skipped, found);
  }
  step(node, words, from, at, found);
}

function step(node: Node, words: readonly Word[], from: number, at: number, found: Found[]): void {
  const word = words[at];
  if (word === undefined) return;
  if (word.marked) {
    const next = node.exact.get(word.exact);
    if (next !== undefined) walk(next, words, from, at + 1, found);
  } else {
    for (const next of node.folded.get(word.folded) ?? []) walk(next, words, from, at + 1, found);
  }
  for (const { start, node: next } of node.endings) {
    if (word.folded.startsWith(start)) walk(next, words, from, at + 1, found);
  }
}

function withoutInner(found: readonly Found[]): readonly Found[] {
  // Only a phrase without gaps hides what is inside it. `reach[i]` is how far those that start at word i go.
  const reach: number[] = [];
  for (const { phrase, from, until } of found) {
    if (until - from === phrase.words?.length) reach[from] = Math.max(reach[from] ?? 0, until);
  }
  const reachFromBefore: number[] = [0];
  const last = found.at(-1)?.from ?? 0;
  for (let at = 1; at <= last; at += 1) {
    reachFromBefore[at] = Math.max(reachFromBefore[at - 1] ?? 0, reach[at - 1] ?? 0);
  }
  return found.filter(({ from, until }) => (reachFromBefore[from] ?? 0) < until && (reach[from] ?? 0) <= until);
}

function once(found: readonly Found[]): readonly Found[] {
  return [...new Map(found.toReversed().map((each) => [each.phrase.id, each])).values()];
}

function inKorean(clean: string, phrases: readonly Phrase[]): readonly Found[] {
  if (phrases.length === 0 || !/\p{Script=Hangul}/u.test(clean)) return [];
  return phrases.filter(({ text }) => clean.includes(text)).map((phrase) => ({ phrase, from: 0, until: 0 }));
}

function aNode(): Node {
  return { exact: new Map(), folded: new Map(), endings: [], gap: null, phrases: [] };
}
