import type { RatingLevel } from '../../../rules/rating/rating.ts';

/**
 * What the buttons of ratings carry. Like every other only a wish: the verb behind one looks whose declaration it is. A
 * subject is named by its code (`rules/rating/subjects.ts`); `d` is the declaration as a whole.
 */
export const ratingValues = {
  level: (number11: string, subject: string, level: RatingLevel) =>
    subject === 'd' ? `rate:${level}:${number11}` : `rate:${level}:${number11}:${subject}`,
  more: (number11: string, subject: string) => `rating:more:${number11}:${subject}`,
  subjects: (number11: string) => `rating:subjects:${number11}`,
  on: (number11: string, subject: string) => `rating:on:${number11}:${subject}`,
  reason: (number11: string, subject: string, reason: string) => `rating:reason:${number11}:${subject}:${reason}`,
  noContact: (number11: string) => `rating:nocontact:${number11}`,
  mistaken: (number11: string) => `rating:mistaken:${number11}`,
  pick: (number11: string) => `rating:pick:${number11}`,
  listBehind: (number: string) => `rating:list:${number}`,
  all: (digestId: number, level: RatingLevel) => `rating:all:${digestId}:${level}`,
  each: (digestId: number) => `rating:each:${digestId}`,
  some: (digestId: number) => `rating:some:${digestId}`,
  somePage: (digestId: number, page: number) => `rating:some:${digestId}:${page}`,
  skip: 'rating:skip',
  stop: 'rating:stop',
  done: 'rating:done',
  want: 'rating:want',
  caseLevel: (reference: string, level: RatingLevel) => `rating:case:${reference}:${level}`,
} as const;
