import type { ChannelName, Outgoing } from '../channel/port.ts';
import type { DeclarationState } from '../rules/declarations/declaration.ts';
import type { ContactRole } from '../rules/linking/represented.ts';
import type { DataRequestKind } from '../rules/privacy/data-request.ts';
import type { SpokenLanguage } from '../rules/working-time/say-when.ts';
import type { WeeklyDigest } from './digests/weekly-facts.ts';
import type { ActionNotice, OutcomeNotice } from './ratings/verification/notices.ts';

/** What a verb has to tell the enterprise. The words belong to `dialogue/`. */
export type EnterpriseNotice =
  | {
      kind: 'officerReplied';
      reference: string;
      officerTitle: string;
      unitName: string;
      text: string;
      /** The same in the enterprise's language, by machine, as the officer saw it. */
      translation?: string;
      asks: boolean;
      mayRaise: boolean;
      /** A verification is not solved by an answer: it ends with a finding, which has buttons of its own. */
      awaitsFinding: boolean;
    }
  | {
      kind: 'resolved';
      reference: string;
      officerTitle: string;
      unitName: string;
      text: string | null;
      translation?: string;
      silenceDays: number;
      /** A level above could still look at it, should the enterprise not be content. */
      mayRaise: boolean;
    }
  | { kind: 'promiseBroken'; reference: string; brokenDueAt: Date; newDueAt: Date | null; nowWith: string }
  | { kind: 'handedOver'; reference: string; unitName: string }
  | { kind: 'transferred'; reference: string; unitName: string; dueAt: Date | null }
  | { kind: 'raisedByOfficer'; reference: string; nowWith: string; newDueAt: Date | null }
  | { kind: 'resultAwaited'; reference: string; from: string }
  | {
      kind: 'interim';
      reference: string;
      officerTitle: string;
      unitName: string;
      text: string;
      newDueAt: Date;
      mayRaise: boolean;
    }
  | { kind: 'merged'; reference: string; into: string }
  | { kind: 'closedBySilence'; reference: string; reopenDays: number };

/** What a verb has to tell an officer. */
export type OfficerNotice = CaseGist &
  (
    | { kind: 'assigned'; dueAt: Date | null }
    | { kind: 'nobodyEligible'; dueAt: Date | null }
    | { kind: 'liftAsked'; officerName: string; because: string }
    | { kind: 'reminder'; dueAt: Date | null }
    /** The officer asked to be reminded now. */
    | { kind: 'asked'; note: string | null; dueAt: Date | null }
    | { kind: 'raised'; level: number; brokenDueAt: Date; newDueAt: Date | null; isNewOwner: boolean }
    /** Passed up by an officer, who says why, or at the enterprise's request. */
    | {
        kind: 'passedUp';
        level: number;
        because: 'officer' | 'enterprise';
        reason: string | null;
        newDueAt: Date | null;
        isNewOwner: boolean;
      }
    | { kind: 'managerTold'; clock: 'acknowledge' | 'firstResponse' | 'resolution'; brokenDueAt: Date }
    | { kind: 'unacknowledged'; firstToldName: string }
    | { kind: 'message'; text: string }
    /** By a note, whose words stay in the console. */
    | { kind: 'mentioned'; byName: string | null }
  );

/** What the system has to tell those who look after it. */
export type AdministratorNotice =
  | { kind: 'calendarYearMissing'; year: number }
  /** One of our accounts on a platform stops working, or soon will. */
  | { kind: 'accountTrouble'; channel: ChannelName; state: 'warning' | 'broken'; whatToDo: string }
  | { kind: 'accountWorks'; channel: ChannelName }
  /** What somebody asked about their own data is not done in the time that the law gives. */
  | { kind: 'dataRequestOverdue'; requestId: number; asked: DataRequestKind; dueBy: Date };

/** What a verb has to tell a person about for whom they speak. */
export type ContactNotice =
  | { kind: 'linkApproved'; enterprise: string; role: ContactRole; validUntil: Date | null }
  | { kind: 'linkRefused'; taxCode: string; because: string }
  /** `actsFor` is another enterprise that the person still speaks for. */
  | { kind: 'linkEnded'; enterprise: string; because: 'revoked' | 'left' | 'expired'; actsFor: string | null }
  /** A colleague stopped speaking for the enterprise; these cases are in this chat from now on. */
  | { kind: 'casesPassedOn'; enterprise: string; references: readonly string[] };

/** What becomes of a request about somebody's own data. */
export type DataNotice =
  | { kind: 'dataExportHalfway'; messages: number }
  /** `days` is how long the copy stays with us. */
  | { kind: 'dataExported'; days: number }
  /** `cases` is how many numbers stay, with their ledgers. */
  | { kind: 'dataDeleted'; cases: number };

/** What a person is asked to rate. */
export type RaterNotice =
  | {
      kind: 'invitation';
      number: string;
      number11: string;
      state: DeclarationState;
      stateAt: Date;
      enterprise: string;
      isReminder: boolean;
    }
  | { kind: 'digest'; digestId: number; count: number; enterprise: string; isReminder: boolean }
  | { kind: 'caseClosed'; reference: string };

export interface CaseGist {
  reference: string;
  enterprise: string;
  description: string;
  /** The case in two sentences, by machine, where that is ready. */
  summary?: string | null;
}

/** Turns notices into what people read. Implemented by `dialogue/notices.ts`. */
export interface Phrasing {
  toEnterprise(notice: EnterpriseNotice, language: SpokenLanguage, now: Date): Outgoing;
  toContact(notice: ContactNotice | DataNotice, language: SpokenLanguage): Outgoing;
  toRater(notice: RaterNotice, language: SpokenLanguage): Outgoing;
  /** To the enterprise: what a verification of its rating found. */
  aboutOutcome(notice: OutcomeNotice, language: SpokenLanguage): Outgoing;
  /** To an officer, who is let into no case by it. */
  aboutAction(notice: ActionNotice): Outgoing;
  /** `alertId` lets the officer acknowledge from the chat. */
  toOfficer(notice: OfficerNotice, alertId: number, now: Date): Outgoing;
  toAdministrator(notice: AdministratorNotice): Outgoing;
  /**
   * A person's words as the understanding may learn from them: without numbers and names. Null where nothing is left.
   */
  forTraining(text: string, names: readonly string[]): { text: string; language: SpokenLanguage } | null;
  toManager(digest: WeeklyDigest): Outgoing;
  /** Shows an officer that a linked chat works. */
  toOfficerOnTrial(): Outgoing;
  /** Tells whoever holds a chat that it was unlinked elsewhere. */
  toUnlinkedChat(): Outgoing;
}
