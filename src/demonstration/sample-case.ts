import type { CategoryCode } from '../rules/identity/categories.ts';
import type { OfficeCode } from '../rules/identity/office-codes.ts';
import type { LabelName } from './labels.ts';

/** What somebody did, so many working minutes before the present. Who is not named by login is whoever has the case. */
export type SampleDeed = { minutesAgo: number; by?: string } & (
  | { does: 'takes' }
  | { does: 'replies'; text: string; next: 'nothing' | 'awaitEnterprise' | 'resolve' }
  | { does: 'writesNote'; text: string; mentions?: readonly string[] }
  | { does: 'acknowledgesAlerts' }
  | { does: 'watches' }
  | { does: 'putsLabel'; label: LabelName }
  | { does: 'setsReminder'; dueMinutesAgo: number; note: string }
  | { does: 'keepsDraft'; text: string }
  | { does: 'botSays'; text: string; choices?: readonly string[] }
  | { does: 'enterpriseWrites'; text: string }
  | { does: 'confirmsSolved' }
  | { does: 'saysNotSolved' }
);

export interface SampleCase {
  /** What the case is there to show. */
  shows: string;
  contact: string;
  kind: 'issue' | 'question';
  category: CategoryCode;
  office: OfficeCode;
  declaration: string | null;
  urgent: boolean;
  text: string;
  openedMinutesAgo: number;
  deeds: readonly SampleDeed[];
}
