import type { RatingLevel } from './rating.ts';

export type FlagKind = 'burst' | 'selfDealing' | 'implausibleSpeed' | 'flood';

/** A rating as the rules for flags look at it. */
export interface RatedEvent {
  ratingId: number;
  /** Who or what was rated: `officer:12`, `unit:3`. */
  subject: string;
  level: RatingLevel;
  at: Date;
  enterpriseId: number;
  /** Who tapped; null where it is not known. */
  contactId: number | null;
  /** Null where it was rated before the declaration was concluded. */
  secondsAfterRelease: number | null;
  /** One of many declarations answered by one tap. */
  isDigest: boolean;
}

/** Something about ratings that a person should look at. */
export interface Flag {
  kind: FlagKind;
  subject: string;
  fromAt: Date;
  untilAt: Date;
  /** How far it is from what is usual, in the unit that the rule of its kind names. */
  score: number;
  because: Record<string, number>;
  ratingIds: readonly number[];
}
