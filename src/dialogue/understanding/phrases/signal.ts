/** What a sentence may be doing. Several at once is usual; `intent.ts` settles what the whole message wants. */
export const allSignals = [
  'accusation',
  'rudeness',
  'praise',
  'grievance',
  'officer',
  'lookup',
  'notLookup',
  'rate',
  'notRate',
  'status',
  'talk',
  'smalltalk',
  'offTopic',
  'problem',
  'trade',
] as const;

export type Signal = (typeof allSignals)[number];
