import { categoryLabels, isCategoryCode } from '../rules/identity/categories.ts';
import type { CaseCardRow, openClocks } from '../store/case-lists.ts';
import type { ThreadMessage } from '../store/messages.ts';
import type { CaseListItem, ClockView, MessageView, OfficerView } from './views.ts';

type ClockRow = Awaited<ReturnType<typeof openClocks>>[number];
type ClockFacts = Pick<
  ClockRow,
  'kind' | 'cycle' | 'level' | 'state' | 'allowedMinutes' | 'dueAt' | 'stoppedAt' | 'pausedBecause'
>;

export function caseListItem(card: CaseCardRow, clocks: readonly ClockRow[], now: Date): CaseListItem {
  const { row } = card;
  return {
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    level: row.level,
    enterprise: card.enterprise === null ? null : { ...card.enterprise, isVerified: row.isVerified },
    assignee: card.assignee === null ? null : officerView({ ...card.assignee, unitName: card.assigneeUnitName ?? '' }),
    unitName: card.unitName,
    category: row.category,
    categoryLabel: isCategoryCode(row.category) ? categoryLabels[row.category].vi : row.category,
    urgent: row.urgent,
    description: row.description,
    lastMessage: card.lastMessage === null ? null : { ...card.lastMessage, at: card.lastMessage.at.toISOString() },
    channel: card.channel,
    openedAt: row.openedAt.toISOString(),
    nextDueAt: iso(row.nextDueAt),
    labels: card.labels,
    clocks: clocks.filter(({ caseId }) => caseId === row.id).map((clock) => clockView(clock, now)),
  };
}

/** A promise is kept at the very instant of its due time and broken right after it, told or not. */
export function clockView(clock: ClockFacts, now: Date): ClockView {
  const { kind, cycle, level, state, allowedMinutes, dueAt, stoppedAt, pausedBecause } = clock;
  const isOver = stoppedAt === null && dueAt !== null && dueAt.getTime() < now.getTime();
  return {
    kind,
    cycle,
    level,
    state: isOver ? 'broken' : state,
    dueAt: iso(dueAt),
    allowedMinutes,
    stoppedAt: iso(stoppedAt),
    pausedBecause,
  };
}

export function officerView({ id, name, title, role, unitName }: OfficerView): OfficerView {
  return { id, name, title, role, unitName };
}

export function messageView(
  message: ThreadMessage,
  { translation, mentions }: Pick<MessageView, 'translation' | 'mentions'>,
): MessageView {
  const { officerName, officerTitle } = message;
  return {
    id: message.id,
    author: message.author,
    officer: officerName === null ? null : { name: officerName, title: officerTitle ?? '' },
    isNote: message.isNote,
    text: message.text,
    choices: (message.choices ?? []).flat().map(({ label }) => label),
    earlierTexts: [...(message.earlierTexts ?? [])],
    translation,
    detail: message.detail?.kind === 'place' || message.detail?.kind === 'contactCard' ? message.detail : null,
    mentions,
    at: message.at.toISOString(),
    channel: message.channel,
    delivery: message.delivery,
    sentAt: iso(message.sentAt),
    deliveredAt: iso(message.deliveredAt),
    readAt: iso(message.readAt),
    divertedFrom: message.divertedFrom,
    problem: message.problem,
    files: message.files.map(({ id, name, mediaType, size, state }) => ({
      id,
      name,
      mediaType,
      size,
      state,
      url: `/api/v1/files/${id}`,
    })),
  };
}

export function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
