import { judgeLookUp } from '../../../desk/look-ups/judge-look-up.ts';
import { printAddress } from '../../../knowledge/address.ts';
import { lookupById } from '../../../store/lookups.ts';
import { emptyDraft } from '../../state.ts';
import type { Turn } from '../../turn.ts';
import { askConsent } from '../consent.ts';
import { showCard } from '../issue-card.ts';
import { filled } from '../raise-issue.ts';
import { goOn, lookUpGoingOn, wordsOf } from './context.ts';
import { lookUpValues } from './values.ts';

/** "Hữu ích": counted for those who write the texts. */
export async function sayHelpful(turn: Turn, lookupId: number): Promise<void> {
  const words = wordsOf(turn);
  await judge(turn, lookupId, true);
  goOn(turn, {});
  await turn.say({ text: words.thanks, choices: [[{ value: lookUpValues.list, label: words.browse }]] });
}

/**
 * "Chưa đúng, hỏi cán bộ": a question for an officer that carries what was asked and what was shown. The person sees it
 * before it is sent, and is asked for consent first where there is none.
 */
export async function askOfficer(turn: Turn, lookupId: number | null): Promise<void> {
  const before = lookUpGoingOn(turn);
  const judged = lookupId === null ? await latest(turn) : await judge(turn, lookupId, false);
  const read = before?.code == null ? [] : [printAddress({ ...bare, code: before.code, article: before.article })];
  const text = wordsOf(turn).question(judged?.query ?? null, judged === null ? read : judged.shown);
  if (turn.consent !== 'given')
    return askConsent(
      turn,
      { at: 'consent', held: text, heldMessageIds: [], heldFiles: 0, heldKind: 'question' },
      turn.phrases.consentFirst,
    );
  const draft = { ...emptyDraft('question'), lookupId: judged?.id ?? null };
  await showCard(turn, await filled(turn, draft, text));
}

const bare = { clause: null, point: null } as const;

function judge(turn: Turn, lookupId: number, helpful: boolean) {
  const isLatest = lookUpGoingOn(turn)?.lookupId === lookupId;
  return judgeLookUp(turn.act, { lookupId, conversationId: turn.conversation.id, isLatest, helpful });
}

async function latest(turn: Turn) {
  const id = lookUpGoingOn(turn)?.lookupId ?? null;
  return id === null ? null : lookupById(turn.act.tx, id);
}
