import type { EnterpriseNotice, OfficerNotice } from '../../desk/notices.ts';
import type { CaseState } from '../../rules/case/words.ts';

/** What the sentences are made from: the same in every language. */

export interface CardFacts {
  kind: 'issue' | 'question' | 'report';
  /** For which of several enterprises; null where there is nothing to choose. */
  enterpriseName: string | null;
  description: string;
  declarationNo: string | null;
  officeName: string | null;
  officeIsAmbiguous: boolean;
  categoryLabel: string | null;
  urgent: boolean;
  /** What makes it urgent, in words; null where only the person said so. */
  urgentBecause: string | null;
  fileCount: number;
  unitName: string;
  dueAt: Date | null;
  minutes: number;
  now: Date;
  zone: string;
}

export interface Receipt {
  kind: 'issue' | 'question' | 'report';
  reference: string;
  officer: { name: string; title: string } | null;
  unitName: string;
  dueAt: Date | null;
  minutes: number;
  isVerified: boolean;
  enterpriseName: string | null;
  now: Date;
  zone: string;
}

export interface CaseLine {
  reference: string;
  state: CaseState;
  dueAt: Date | null;
  /** The colleague who opened it; null where that is the reader. */
  openedBy: string | null;
}

export interface CaseView extends CaseLine {
  description: string;
  responsible: string;
  lastReply: { text: string; at: Date } | null;
}

/** What the enterprise hears after it asked the level above to look. */
export interface Raised {
  reference: string;
  nowWith: string;
  dueAt: Date | null;
}

export type NoticeOf<Kind extends EnterpriseNotice['kind']> = Extract<EnterpriseNotice, { kind: Kind }>;
export type OfficerNoticeFacts<Kind extends OfficerNotice['kind']> = Extract<OfficerNotice, { kind: Kind }> & {
  now: Date;
  zone: string;
};
