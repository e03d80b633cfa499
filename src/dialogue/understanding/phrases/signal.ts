/** What a sentence may be doing. Several at once is usual; `intent.ts` settles what the whole message wants. */
export type Signal =
  | 'accusation'
  | 'rudeness'
  | 'praise'
  | 'grievance'
  | 'officer'
  | 'lookup'
  | 'notLookup'
  | 'rate'
  | 'notRate'
  | 'status'
  | 'talk'
  | 'smalltalk'
  | 'offTopic'
  | 'problem'
  | 'trade';
