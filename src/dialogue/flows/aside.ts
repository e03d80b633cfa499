import type { Outgoing } from '../../channel/port.ts';
import { fold } from '../../rules/identity/fold.ts';
import { dayMilliseconds } from '../../rules/working-time/working-day.ts';
import { latestConsent } from '../../store/conversations.ts';
import { commandValues } from '../command-values.ts';
import { excerpt } from '../excerpt.ts';
import { meaningIn } from '../phrases/meaning.ts';
import type { DialogueState, Draft } from '../state.ts';
import type { Turn } from '../turn.ts';
import { writeOnCard } from './correct-card.ts';
import { showCard } from './issue-card.ts';
import { leave } from './leave.ts';
import { menuMessage } from './menu.ts';
import { questionFor } from './raise-issue.ts';

/** A form that waited for more than a day is let go, and the person hears of it before anything else. */
export async function letGoOfOld(turn: Turn): Promise<void> {
  const { aside, act, phrases } = turn;
  if (aside === null || act.at.getTime() - Date.parse(aside.since) < dayMilliseconds) return;
  turn.aside = null;
  await turn.say({ text: meaningIn(phrases.language).expired(excerpt(aside.draft.description)) });
}

/** Takes words that go on with the form that waits. False when they are about something else. */
export async function takeAside(turn: Turn): Promise<boolean> {
  const { aside, text, files } = turn;
  if (aside === null || turn.consent !== 'given' || turn.repliesToCase !== null) return false;
  const words = fold(text)
    .trim()
    .replace(/[.!]+$/u, '');
  if (/^(?:tiep tuc|quay lai|go on|continue|back|계속)(?: (?:phieu|form|my form)(?: .{0,20})?)?$/u.test(words)) {
    await goOnWithAside(turn);
    return true;
  }
  if (files.length > 0 || !goesOn(turn, aside.draft)) return false;
  turn.aside = null;
  await writeOnCard(turn, { at: 'card', draft: aside.draft, asking: null });
  return true;
}

/** The buttons under an answer that was given meanwhile. */
export async function pressOnAside(turn: Turn, wish: string): Promise<void> {
  const words = meaningIn(turn.phrases.language);
  // A card that was only scrolled away is still the open one.
  if (turn.state.at === 'card') return wish === 'drop' ? leave(turn) : showCard(turn, turn.state.draft);
  if (turn.aside === null) return turn.say(menuMessage(turn.phrases, words.noneKept));
  if (wish === 'drop') {
    turn.aside = null;
    return turn.say(menuMessage(turn.phrases, words.dropped));
  }
  await goOnWithAside(turn);
}

/** The card that a button belongs to: the open one, or the one that waits. */
export function cardOf({ state, aside }: Turn): Extract<DialogueState, { at: 'card' }> | null {
  if (state.at === 'card') return state;
  return aside === null || aside.draft.description === '' ? null : { at: 'card', draft: aside.draft, asking: null };
}

/**
 * Looks, once the turn is over, whether a form was left without being sent or given up: then it waits. True when the
 * person is to be told of a form: one that begins to wait, that waited for another to be finished, or that is still open
 * above an answer about something else.
 */
export async function settleAside(turn: Turn, before: DialogueState, after: DialogueState): Promise<boolean> {
  const { act, conversation } = turn;
  const left = turn.formIsOver ? null : leftBehind(before, after, turn.text !== '');
  if (left !== null) turn.aside = { draft: left, since: act.at.toISOString() };
  if (left === null && after === before && before.at === 'card') return true;
  if (turn.aside === null) return false;
  if ((await latestConsent(act.tx, conversation.id)) !== 'given') turn.aside = null;
  return turn.aside !== null && !isForm(after) && (left !== null || turn.formIsOver);
}

/** The message with a line and the two buttons for the form that waits. */
export function withForm({ phrases }: Pick<Turn, 'phrases'>, message: Outgoing): Outgoing {
  const words = meaningIn(phrases.language);
  return {
    ...message,
    text: `${message.text}\n\n${words.asideKept}`,
    choices: [
      ...(message.choices ?? []),
      [
        { value: commandValues.asideGoOn, label: words.goOn },
        { value: commandValues.asideDrop, label: words.drop },
      ],
    ],
  };
}

async function goOnWithAside(turn: Turn): Promise<void> {
  const { aside, phrases } = turn;
  if (aside === null) return;
  const { draft } = aside;
  turn.aside = null;
  if (draft.description !== '') return showCard(turn, draft);
  turn.go({ at: 'describing', draft });
  await turn.say({ text: questionFor(phrases, draft.kind) });
}

// A number, a place or a word more belongs to the form; another declaration or another subject is a matter of its own.
function goesOn({ understood, state }: Turn, draft: Draft): boolean {
  if (understood === null || draft.description === '' || draft.kind === 'report' || isForm(state)) return false;
  const { intent, category, entities } = understood;
  if (intent.value !== 'raise_issue') return false;
  const { declarationNo } = entities;
  if (declarationNo !== undefined && draft.declarationNo !== null && declarationNo !== draft.declarationNo)
    return false;
  return category.confidence < 0.6 || draft.category === null || category.value === draft.category;
}

function leftBehind(before: DialogueState, after: DialogueState, inWords: boolean): Draft | null {
  if (before.at !== 'card' && before.at !== 'describing') return null;
  const { draft } = before;
  const isEmpty = draft.description === '' && draft.messageIds.length === 0;
  // A question that was hardly asked is not worth a word, unless somebody was about to answer it.
  if (isEmpty && !(before.at === 'describing' && inWords)) return null;
  if (after.at === 'consent' || after.at === 'meaning') return null;
  return isForm(after) && isSame(draft, after.draft) ? null : draft;
}

function isSame(before: Draft, after: Draft): boolean {
  if (before.description === '' && before.messageIds.length === 0) return true;
  const keepsMessages = before.messageIds.every((id) => after.messageIds.includes(id));
  return keepsMessages && (before.messageIds.length > 0 || after.description !== '');
}

function isForm(state: DialogueState): state is Extract<DialogueState, { at: 'card' | 'describing' }> {
  return state.at === 'card' || state.at === 'describing';
}
