import type { DeclarationState } from '../../rules/declarations/declaration.ts';
import type { RatingLevel } from '../../rules/rating/rating.ts';
import { type SpokenLanguage, sayInstant } from '../../rules/working-time/say-when.ts';
import { dayMilliseconds } from '../../rules/working-time/working-day.ts';

/** What the sentences about ratings are made from: the same in every language. */
export interface RatedFacts {
  number: string;
  level: RatingLevel;
  /** Who or what was rated; null for the declaration as a whole. */
  subject: string | null;
  isChange: boolean;
  counts: boolean;
  changeableUntil: Date;
  verification: { reference: string; contactBy: Date | null; answerBy: Date | null } | null;
  now: Date;
  zone: string;
}

/** A day in words that stay true when they are read on another one: an invitation may wait until the person writes. */
export function onItsDay(at: Date, zone: string, language: SpokenLanguage): string {
  return sayInstant(at, new Date(at.getTime() + 2 * dayMilliseconds), zone, language);
}

export interface InvitedFacts {
  number: string;
  state: DeclarationState;
  stateAt: Date;
  enterprise: string;
  isReminder: boolean;
}
