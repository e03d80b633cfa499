/** The numbers that ranking is tuned by, in one place. */
export interface Weights {
  /** How fast repeated words stop counting, and how far long articles are discounted. */
  k1: number;
  b: number;
  field: { heading: number; body: number };
  /** What a match of each kind of feature is worth. */
  kind: { w: number; x: number; b: number; c: number; n: number; u: number };
  /** Of the appendix's title and keywords, and of the best single clause, beside the article. */
  appendix: number;
  clause: number;
  naming: number;
  asking: number;
  /** A neighbourhood in which one word only asks. */
  looseBigram: number;
  mended: number;
  /** What is left of a match in an article with words of its own appendix's title: they tell the appendix, not the article. */
  titled: number;
  /** A clause that states some span of time, for a question that asks how long. */
  span: number;
}

export const weights: Weights = {
  k1: 1,
  b: 0.75,
  field: { heading: 10, body: 1 },
  kind: { w: 3.5, x: 0.3, b: 2, c: 7, n: 1, u: 0.6 },
  appendix: 1,
  clause: 0.6,
  naming: 0.2,
  asking: 0.05,
  looseBigram: 1.5,
  mended: 0.4,
  titled: 0.15,
  span: 10,
};
