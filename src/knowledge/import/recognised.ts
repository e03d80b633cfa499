import type { Article } from '../document.ts';

/**
 * One line of a source as the readers of formats give it: NFC, without blanks around it, never empty. An `item` is a
 * list's paragraph whose number the word processor makes, so it is not in the text.
 */
export interface SourceLine {
  /** The place in the source, from 1: a paragraph, a row of a table or a printed line. */
  line: number;
  text: string;
  kind: 'text' | 'heading' | 'row' | 'footnote' | 'margin' | 'item';
  /** How deep an item stands in its lists, from 0. */
  depth: number;
}

export type LeftoverReason =
  | 'beforeFirstArticle'
  | 'footnote'
  /** The head or foot of a printed page. */
  | 'pageMargin'
  /** Signatures and recipients. */
  | 'afterEnd';

/** A piece of the source that has no place in the structure. Shown beside it, never dropped. */
export interface Leftover {
  line: number;
  text: string;
  because: LeftoverReason;
  /** Who decided that it does not belong in the text; null while nobody has. */
  leftOutBy: string | null;
}

export interface Recognised {
  /** The name of the document as printed above its first article, and what else introduces it. */
  preamble: string;
  articles: readonly Article[];
  leftovers: readonly Leftover[];
  /** Whether some numbers are not in the file's text and were counted here. */
  hasCountedNumbers: boolean;
}
