import type { ChannelName } from '../channel/port.ts';
import type { CaseEventType } from '../rules/case/events.ts';
import type { LabelColour } from '../rules/case/labels.ts';
import type { CaseKind, CaseState, ClockKind, Level } from '../rules/case/words.ts';
import type { DeclarationState, RiskChannel } from '../rules/declarations/declaration.ts';
import type { ClockState } from '../rules/escalation/policy.ts';
import type { StatutoryLimit } from '../rules/escalation/statutory.ts';
import type { StepName } from '../rules/routing/step-in-question.ts';
import type { Role } from '../rules/visibility/can-see.ts';
import type { Permission } from '../rules/visibility/permission-table.ts';
import type { FileState, OutboxState } from '../store/schema/conversations.ts';

/** What the JSON API answers. Instants are ISO 8601 texts in UTC. */

export interface OfficerView {
  id: number;
  name: string;
  title: string;
  role: Role;
  unitName: string;
}

export interface SessionView {
  officer: OfficerView & { email: string };
  unacknowledgedAlerts: number;
  /** Unread notes that name the officer, and watched cases with new words of the enterprise. */
  watchingNews: number;
  /** Corrective actions that the officer still has to do. */
  correctiveActions: number;
  /** What the officer's role may do anywhere at all. */
  permissions: Permission[];
  /** True under `npm run demo`: the pages then offer to move the clock. */
  isDemonstration: boolean;
  /** Whether there is a language model that drafts and translates. */
  hasAssistant: boolean;
  /** The desk's present, so that pages count down with its clock and not with the browser's. */
  serverTime: string;
}

export interface ClockView {
  kind: ClockKind;
  cycle: number;
  level: Level;
  /** `broken` as soon as the due time has passed, whether or not anybody was told yet. */
  state: ClockState;
  dueAt: string | null;
  allowedMinutes: number;
  stoppedAt: string | null;
  pausedBecause: string | null;
}

export interface LabelOnCase {
  id: number;
  name: string;
  colour: LabelColour;
}

export interface CaseListItem {
  reference: string;
  kind: CaseKind;
  state: CaseState;
  level: Level;
  enterprise: { name: string; taxCode: string; isVerified: boolean } | null;
  assignee: OfficerView | null;
  unitName: string;
  category: string;
  categoryLabel: string;
  urgent: boolean;
  description: string;
  lastMessage: { author: 'person' | 'bot' | 'officer'; text: string; at: string } | null;
  channel: string | null;
  openedAt: string;
  nextDueAt: string | null;
  /** In the order in which they were put on. */
  labels: LabelOnCase[];
  /** The running or paused clocks only. */
  clocks: ClockView[];
}

export interface CaseListPage {
  items: CaseListItem[];
  nextCursor: string | null;
}

export interface CaseCounts {
  mine: number;
  unassigned: number;
  all: number;
  overdue: number;
}

/** What was sent beside words: a point on the map, or a name with a number, in digits with the country code. */
export type SentDetailView =
  | { kind: 'place'; latitude: number; longitude: number; label: string | null }
  | { kind: 'contactCard'; name: string | null; phone: string; isVouched: boolean };

export interface MessageView {
  id: number;
  author: 'person' | 'bot' | 'officer';
  officer: { name: string; title: string } | null;
  isNote: boolean;
  text: string;
  choices: string[];
  earlierTexts: { text: string; until: string }[];
  /** What the enterprise wrote in another language, in Vietnamese, by machine. */
  translation: { from: 'vi' | 'en' | 'ko'; text: string } | null;
  detail: SentDetailView | null;
  /** The colleagues whom a note names. */
  mentions: { id: number; name: string }[];
  at: string;
  channel: string | null;
  delivery: OutboxState | null;
  /** When it came as far as it is. */
  sentAt: string | null;
  deliveredAt: string | null;
  readAt: string | null;
  /** The channel it was written for, when another one of the same person had to take it. */
  divertedFrom: string | null;
  problem: string | null;
  files: { id: number; name: string; mediaType: string | null; size: number | null; state: FileState; url: string }[];
}

export interface EventView {
  ordinal: number;
  type: CaseEventType;
  /** A Vietnamese sentence for the history: "Nguyễn Văn A đã nhận vụ việc". */
  text: string;
  by: string;
  at: string;
}

export interface DeadlineView extends ClockView {
  startedAt: string;
  /** The article that promises it. */
  source: string;
  policyName: string;
  calendarVersion: string;
  /** "Why this deadline?" in readable Vietnamese sentences. */
  explanation: string[];
}

/** "Vì sao giao cho tôi?" */
export interface AssignmentView {
  /** Stable words: why this unit (null where a person decided), why this officer, the rule and the step that decided. */
  because: {
    unit: string | null;
    officer: string;
    rule: { precedence: number; note: string } | null;
    step: StepName | null;
  };
  /** The same in Vietnamese. */
  sentence: string;
}

/** Who would get a matter, and why. */
export interface RoutingTrialView {
  unit: { code: string; name: string };
  /** Null: it would wait in the queue of the unit. */
  officer: OfficerView | null;
  assignment: AssignmentView;
}

/** A case that nobody may take: without its number and words, which the one who reads this may not know. */
export interface StrandedView {
  kind: CaseKind;
  unitName: string;
  openedAt: string;
}

export interface ExclusionView {
  officer: { id: number; name: string; title: string };
  because: string;
  /** Waiting for the word of a second person. */
  liftAsked: { by: string; because: string; at: string } | null;
}

export interface CaseDeclarationView {
  number: string;
  state: DeclarationState;
  stateAt: string;
  channel: RiskChannel | null;
  typeCode: string | null;
}

export interface CaseDetail extends CaseListItem {
  assignment: AssignmentView | null;
  officeCode: string | null;
  officeName: string | null;
  declarationNo: string | null;
  /** As it is known at this moment, where the declaration is the enterprise's own; null where nothing is known. */
  declaration: CaseDeclarationView | null;
  contactName: string | null;
  /** In which the enterprise is answered. */
  language: 'vi' | 'en' | 'ko';
  /** Ordinal of the newest event: send it back with a reply as `seenEventOrdinal`. */
  lastEventOrdinal: number;
  clocks: ClockView[];
  deadlines: DeadlineView[];
  /** Time limits of law for the procedure itself, shown beside our promises and not timed. */
  statutory: StatutoryLimit[];
  messages: MessageView[];
  events: EventView[];
  /** What the enterprise says of the handling, once the case is closed; null while it has said nothing. */
  satisfaction: { level: number; comment: string | null } | null;
}

export interface AlertView {
  id: number;
  kind: 'assigned' | 'reminder' | 'raised' | 'unacknowledged' | 'message';
  reference: string;
  enterprise: string | null;
  level: Level;
  text: string;
  createdAt: string;
  deliveredAt: string | null;
  acknowledgedAt: string | null;
  needsAcknowledgement: boolean;
}

export interface LinkCodeView {
  code: string;
  expiresAt: string;
  /** A deep link that carries the code, where the bot's user name is known. */
  telegramLink: string | null;
}

/** A chat in which the officer proved to be that officer. */
export interface LinkedChatView {
  id: number;
  channel: ChannelName;
  displayName: string | null;
  linkedAt: string;
  /** False while the person keeps the bot from writing there. */
  isReachable: boolean;
}

/** What could not be read or could not be delivered, for the administrator. */
export interface TroubleView {
  id: number;
  where: 'inbox' | 'outbox' | 'ladder';
  state: string;
  channel: string;
  at: string;
  /** Since when it stands as it does. */
  since: string;
  /** How often it was tried. */
  attempts: number;
  /** The platform is being asked whether the message arrived; nobody has to decide yet. */
  isAsking: boolean;
  problem: string | null;
  excerpt: string;
  caseReference: string | null;
}

/** One server-sent event of `/api/v1/live`; its id is the sequence number to come back with. */
export interface LiveView {
  topic: 'case' | 'alert' | 'conversation' | 'presence';
  reference: string | null;
}

/** RFC 9457. `code` is stable; `detail` is for people. */
export interface ProblemView {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
}
