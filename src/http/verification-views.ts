import type { RatedSubject, RatingLevel } from '../rules/rating/rating.ts';
import type { ActionStage } from '../rules/rating/verification-actions.ts';
import type { FunnelStage, Stage } from '../rules/rating/verification-funnel.ts';
import type { StepName } from '../rules/routing/step-in-question.ts';
import type { VerificationOutcome } from '../store/schema/ratings.ts';

/** What the JSON API answers about low ratings and what follows them. Instants are ISO 8601 texts, days local dates. */

export interface VerificationCard {
  /** Pages go on behind it. */
  id: number;
  reference: string;
  level: RatingLevel;
  /** What was rated, in Vietnamese; no officer is named in lists. */
  subject: string;
  /** The same by its code, for pages in other languages. */
  rated: RatedSubject;
  declarationNo: string | null;
  enterprise: string;
  unitName: string | null;
  assignee: string | null;
  /** The furthest stage it has reached. */
  stage: Stage;
  ratedAt: string;
  openedAt: string;
  nextDueAt: string | null;
  isOverdue: boolean;
  outcome: VerificationOutcome | null;
  isAppeal: boolean;
  isAppealed: boolean;
  actions: number;
  actionsLeft: number;
}

export interface VerificationPage {
  items: VerificationCard[];
  counts: { open: number; overdue: number; decided: number; all: number };
  /** Null where the page was the last, and for what is ordered by due time, which comes whole. */
  nextBefore: number | null;
}

export interface VerificationFunnel {
  /** Low ratings of the period; several of one declaration are one matter. */
  ratings: number;
  stages: FunnelStage[];
}

export interface ActionView {
  id: number;
  what: string;
  owner: { id: number; name: string; title: string; unitName: string };
  dueOn: string;
  stage: ActionStage;
  doneAt: string | null;
  doneNote: string | null;
  checkAfterDays: 30 | 90;
  checkDueOn: string | null;
  checkedAt: string | null;
  checkedBy: string | null;
  isEffective: boolean | null;
  checkNote: string | null;
  /** Only for those who may see the case. */
  reference: string | null;
}

export interface VerificationDetail {
  reference: string;
  declaration: { number: string; channel: 'green' | 'yellow' | 'red' | null; registeredAt: string };
  ratings: {
    level: RatingLevel;
    subject: string;
    rated: RatedSubject;
    /** In Vietnamese; the codes stand in the same order. */
    reasons: string[];
    reasonCodes: string[];
    comment: string | null;
    hadNoContact: boolean;
    ratedAt: string;
    isDuringProcedure: boolean;
    /** What was answered before it was changed, oldest first. */
    earlier: { level: RatingLevel; at: string }[];
  }[];
  steps: {
    step: StepName;
    label: string;
    at: string;
    officerName: string | null;
    unitName: string | null;
    team: string | null;
    limit: { usedMinutes: number; allowedMinutes: number; dueAt: string; isOver: boolean } | null;
  }[];
  outcome: {
    outcome: VerificationOutcome;
    finding: string;
    told: string;
    decidedBy: string | null;
    decidedAt: string;
    toldAt: string | null;
  } | null;
  /** The first look at the same matter, where this is the second; its number only for those who may see it. */
  appealOf: string | null;
  isAppeal: boolean;
  /** The second look, where the enterprise asked for one. */
  appealedAt: string | null;
  /** Whether the reader may decide now. */
  mayDecide: boolean;
  mayOrder: boolean;
  actions: ActionView[];
}
