import type { ChannelName, Outgoing } from '../channel/port.ts';
import type { ContactRole } from '../rules/linking/represented.ts';

/** What a verb has to tell the enterprise. The words belong to `dialogue/`. */
export type EnterpriseNotice =
  | {
      kind: 'officerReplied';
      reference: string;
      officerTitle: string;
      unitName: string;
      text: string;
      asks: boolean;
      mayRaise: boolean;
    }
  | {
      kind: 'resolved';
      reference: string;
      officerTitle: string;
      unitName: string;
      text: string | null;
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
  );

/** What the system has to tell those who look after it. */
export type AdministratorNotice =
  | { kind: 'calendarYearMissing'; year: number }
  /** One of our accounts on a platform stops working, or soon will. */
  | { kind: 'accountTrouble'; channel: ChannelName; state: 'warning' | 'broken'; whatToDo: string }
  | { kind: 'accountWorks'; channel: ChannelName };

/** What a verb has to tell a person about for whom they speak. */
export type ContactNotice =
  | { kind: 'linkApproved'; enterprise: string; role: ContactRole; validUntil: Date | null }
  | { kind: 'linkRefused'; taxCode: string; because: string }
  /** `actsFor` is another enterprise that the person still speaks for. */
  | { kind: 'linkEnded'; enterprise: string; because: 'revoked' | 'left' | 'expired'; actsFor: string | null }
  /** A colleague stopped speaking for the enterprise; these cases are in this chat from now on. */
  | { kind: 'casesPassedOn'; enterprise: string; references: readonly string[] };

export interface CaseGist {
  reference: string;
  enterprise: string;
  description: string;
}

/** Turns notices into what people read. Implemented by `dialogue/notices.ts`. */
export interface Phrasing {
  toEnterprise(notice: EnterpriseNotice, language: 'vi' | 'en', now: Date): Outgoing;
  toContact(notice: ContactNotice, language: 'vi' | 'en'): Outgoing;
  /** `alertId` lets the officer acknowledge from the chat. */
  toOfficer(notice: OfficerNotice, alertId: number, now: Date): Outgoing;
  toAdministrator(notice: AdministratorNotice): Outgoing;
  /** Shows an officer that a linked chat works. */
  toOfficerOnTrial(): Outgoing;
  /** Tells whoever holds a chat that it was unlinked elsewhere. */
  toUnlinkedChat(): Outgoing;
}
