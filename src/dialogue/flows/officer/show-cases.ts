import type { Choice } from '../../../channel/port.ts';
import { viewerOf } from '../../../desk/visibility.ts';
import { isAboutConduct, isManager } from '../../../rules/visibility/can-see.ts';
import { type CaseCardRow, caseCard, caseCards } from '../../../store/case-lists.ts';
import type { PageEnd } from '../../../store/case-order.ts';
import { lastWords } from '../../../store/officer-messages.ts';
import { commandValues } from '../../command-values.ts';
import { excerpt } from '../../excerpt.ts';
import { type OfficerCaseLine, officerChat } from '../../phrases/officer-chat.ts';
import type { OfficerTurn } from './officer-turn.ts';

const casesOnAPage = 8;
const wordsShown = 3;

/** The officer's open cases, or for a manager those past their time below, by what is due next. */
export async function listCases(
  { act, officerId, say }: OfficerTurn,
  which: 'mine' | 'overdue' = 'mine',
  after: PageEnd | null = null,
): Promise<void> {
  const viewer = await viewerOf(act.tx, officerId);
  if (viewer === null) return;
  const filter = which === 'mine' ? { box: 'mine' as const } : { box: 'all' as const, overdue: true };
  const found = await caseCards(act.tx, viewer, filter, { after, limit: casesOnAPage + 1, now: act.at });
  const cards = found.slice(0, casesOnAPage);
  const last = cards.at(-1);
  const foot: Choice[] = [];
  if (found.length > casesOnAPage && last !== undefined)
    foot.push({ value: commandValues.officerCases(which, last.row), label: officerChat.more });
  if (which === 'mine' && isManager(viewer.role))
    foot.push({ value: commandValues.officerCases('overdue', null), label: officerChat.showOverdue });

  const none = which === 'mine' ? officerChat.noCases : officerChat.noneOverdue;
  const title = which === 'mine' ? officerChat.mine : officerChat.overdue;
  const choices: Choice[][] = cards.map(({ row }) => [
    { value: commandValues.view(row.reference), label: row.reference },
  ]);
  await say({
    text: cards.length === 0 ? none : officerChat.cases(title, cards.map(lineOf), act.at, act.zone),
    choices: foot.length > 0 ? [...choices, foot] : choices,
  });
}

/** One case with what was said last. Conduct is read in the console: a chat stands on somebody else's servers. */
export async function viewCase({ act, officerId, say }: OfficerTurn, reference: string): Promise<void> {
  const viewer = await viewerOf(act.tx, officerId);
  const card = viewer === null ? null : await caseCard(act.tx, viewer, reference);
  if (card === null) return say({ text: officerChat.noSuchCase(reference) });
  const { row } = card;
  const said = isAboutConduct(row.kind) ? null : (await lastWords(act.tx, row.id, wordsShown)).map(wordsLine);
  const view = {
    ...lineOf(card),
    level: row.level,
    with: card.assignee === null ? officerChat.queue : `${card.assignee.title} ${card.assignee.name}`,
    said,
  };
  await say({
    text: officerChat.view(view, act.at, act.zone),
    choices: [
      [
        { value: commandValues.take(reference), label: officerChat.actions.take },
        { value: commandValues.pass(reference), label: officerChat.actions.pass },
        { value: commandValues.answer(reference), label: officerChat.actions.answer },
      ],
    ],
  });
}

function lineOf({ row, enterprise }: CaseCardRow): OfficerCaseLine {
  const { reference, state, nextDueAt: dueAt } = row;
  return {
    reference,
    state,
    dueAt,
    enterprise: enterprise?.name ?? 'Người gửi chưa xác minh',
    description: excerpt(row.description, 80),
  };
}

function wordsLine({ author, name, isNote, text, at }: Awaited<ReturnType<typeof lastWords>>[number]) {
  const by = isNote
    ? officerChat.by.note(name ?? '')
    : author === 'person'
      ? officerChat.by.enterprise
      : (name ?? officerChat.by.bot);
  return { by, at, text: excerpt(text, 300) };
}
