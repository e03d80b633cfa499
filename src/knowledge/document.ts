import type { Address } from './address.ts';

/** Điều, khoản, điểm: the three heights at which a sentence of an appendix stands. */
export type PartLevel = 'article' | 'clause' | 'point';

export interface Point {
  /** `a`, `b`, `đ`: as printed, without bracket. */
  number: string;
  text: string;
}

export interface Clause {
  /** `2`, `2a`; as printed, without full stop. Empty, like the text, where points stand in the article directly. */
  number: string;
  /** What stands before the first point; the whole clause where it has none. */
  text: string;
  points: readonly Point[];
}

export interface Article {
  /** `4`, `4a`; as printed, without the word Điều. */
  number: string;
  /** Empty where the article has no heading. */
  heading: string;
  /** The headings of a part, chapter or section that begins with this article, one a line; null where none begins here. */
  chapter: string | null;
  /** What stands before the first clause; the whole article where it has none. */
  text: string;
  clauses: readonly Clause[];
}

/** What an article rests on. The signed texts will have no such marks; the demonstrations do. */
export type ArticleBasis = 'illustrative' | 'law' | 'press';

/** What is known of a version besides its sentences. */
export interface Description {
  /** `PL01`. */
  code: string;
  title: string;
  /** What people call this version: `2020-02-17 (bản minh họa)`. */
  version: string;
  /** The first local day on which it applies. */
  effectiveFrom: string;
  /** The first local day on which it no longer applies; null while no end is known. */
  effectiveTo: string | null;
  /** `illustration`: written for demonstration, never signed, and said so wherever it is shown. */
  status: 'illustration' | 'signed';
  ownerUnit: string | null;
  topics: readonly string[];
  keywords: readonly string[];
  note: string | null;
  legalBasis: readonly string[];
  /** Numbers of the articles that rest on something in particular. */
  basis: Readonly<Record<ArticleBasis, readonly string[]>>;
}

/** One version of one appendix. All text is NFC, otherwise exactly as the source has it; lines are parted by `\n`. */
export interface AppendixDocument extends Description {
  /** The name as printed, and what else introduces the articles; has no address. May be empty. */
  preamble: string;
  articles: readonly Article[];
}

/** One addressable piece of a document, in reading order. */
export interface Part {
  /** 1, 2, 3 … through the whole document. */
  ordinal: number;
  level: PartLevel;
  address: Address;
  /** The part's own number, the last of the address. */
  number: string;
  /** Of articles; empty for clauses and points. */
  heading: string;
  /** Its own words, without those of the parts below it. May be empty. */
  text: string;
  /** The ordinal of the part it belongs to; null for an article. */
  parent: number | null;
}

/** Every article, clause and point, each before what belongs to it. */
export function partsOf({ code, articles }: Pick<AppendixDocument, 'code' | 'articles'>): readonly Part[] {
  const parts: Part[] = [];
  const add = (part: Omit<Part, 'ordinal'>): number => {
    parts.push({ ordinal: parts.length + 1, ...part });
    return parts.length;
  };
  for (const { number: article, heading, text, clauses } of articles) {
    const address = { code, article, clause: null, point: null };
    const parent = add({ level: 'article', address, number: article, heading, text, parent: null });
    for (const clause of clauses) {
      // Points that stand in an article directly have no clause to name.
      const isBare = clause.number === '' && clause.text === '';
      const at = { ...address, clause: isBare ? null : clause.number };
      const within = isBare
        ? parent
        : add({ level: 'clause', address: at, number: clause.number, heading: '', text: clause.text, parent });
      for (const { number, text } of clause.points)
        add({ level: 'point', address: { ...at, point: number }, number, heading: '', text, parent: within });
    }
  }
  return parts;
}
