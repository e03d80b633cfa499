import type { Outgoing } from '../channel/port.ts';

/** What a verb has to tell the enterprise. The words belong to `dialogue/`. */
export type EnterpriseNotice =
  | { kind: 'officerReplied'; reference: string; officerTitle: string; unitName: string; text: string; asks: boolean }
  | {
      kind: 'resolved';
      reference: string;
      officerTitle: string;
      unitName: string;
      text: string | null;
      silenceDays: number;
    }
  | { kind: 'promiseBroken'; reference: string; brokenDueAt: Date; newDueAt: Date | null; nowWith: string }
  | { kind: 'handedOver'; reference: string; unitName: string }
  | { kind: 'closedBySilence'; reference: string; reopenDays: number };

/** What a verb has to tell an officer. */
export type OfficerNotice = CaseGist &
  (
    | { kind: 'assigned'; dueAt: Date | null }
    | { kind: 'reminder'; dueAt: Date | null }
    | { kind: 'raised'; level: number; brokenDueAt: Date; newDueAt: Date | null; isNewOwner: boolean }
    | { kind: 'managerTold'; clock: 'acknowledge' | 'firstResponse' | 'resolution'; brokenDueAt: Date }
    | { kind: 'unacknowledged'; firstToldName: string }
    | { kind: 'message'; text: string }
  );

export interface CaseGist {
  reference: string;
  enterprise: string;
  description: string;
}

/** Turns notices into what people read. Implemented by `dialogue/notices.ts`. */
export interface Phrasing {
  toEnterprise(notice: EnterpriseNotice, language: 'vi' | 'en', now: Date): Outgoing;
  /** `alertId` lets the officer acknowledge from the chat. */
  toOfficer(notice: OfficerNotice, alertId: number, now: Date): Outgoing;
}
