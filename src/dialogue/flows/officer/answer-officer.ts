import { viewerOf } from '../../../desk/visibility.ts';
import { caseCards } from '../../../store/case-lists.ts';
import { saveConversation } from '../../../store/conversations.ts';
import { officerOfChat } from '../../../store/officer-chats.ts';
import { choicesAbout } from '../../../store/officer-messages.ts';
import { commandValues } from '../../command-values.ts';
import { excerpt } from '../../excerpt.ts';
import { officerChat } from '../../phrases/officer-chat.ts';
import type { Turn } from '../../turn.ts';
import { answerCase } from './answer-case.ts';
import { unlink } from './link.ts';
import { type OfficerTurn, openOfficerTurn, sayRefusal, seeCase } from './officer-turn.ts';
import { askWhom, pass } from './pass-case.ts';
import { press } from './press.ts';
import { readWish, type Wish } from './read-wish.ts';
import { repliedCase } from './seen.ts';
import { listCases, viewCase } from './show-cases.ts';
import { note, take } from './take-and-note.ts';

const casesOffered = 8;

/** An officer writes, presses or sends files in a linked chat. A chat whose officer left is told so, once. */
export async function answerOfficer(turn: Turn): Promise<void> {
  const officerId = await officerOfChat(turn.act.tx, turn.conversation.id);
  if (officerId === null) {
    await saveConversation(turn.act.tx, turn.conversation.id, { officerId: null, answersConfirmedAt: null });
    turn.go({ at: 'idle' });
    return turn.say({ text: officerChat.noLongerLinked });
  }
  const officer = openOfficerTurn(turn, officerId);
  const { content } = turn.incoming;
  switch (content.kind) {
    case 'choice':
      return press(officer, content.value);
    case 'text':
    case 'files':
      return hear(officer);
    case 'place':
    case 'contactCard':
    case 'unsupported':
      return officer.say({ text: officerChat.unsupported });
  }
}

async function hear(officer: OfficerTurn): Promise<void> {
  const { asked, turn } = officer;
  const { content } = turn.incoming;
  const tooLarge =
    content.kind === 'files' ? content.files.find(({ limitBytes }) => limitBytes !== undefined) : undefined;
  if (tooLarge !== undefined) return officer.say({ text: officerChat.fileTooLarge(tooLarge.name) });
  const wish = readWish(turn.text);
  if (wish.kind !== 'words') {
    await dropWaiting(officer, wish);
    return grant(officer, wish);
  }
  const replied = await repliedCase(officer);
  const fileMessageIds = turn.files.length > 0 ? [turn.messageId] : [];
  const text = turn.text.trim();
  if (replied !== null) {
    await dropWaiting(officer, { kind: 'answer', reference: replied, text, next: 'nothing' });
    return answerCase(officer, { reference: replied, text, next: 'nothing', fileMessageIds });
  }
  switch (asked.about) {
    case 'content':
      return answerCase(officer, { reference: asked.reference, text, next: asked.next, fileMessageIds });
    case 'sending':
      return answerCase(officer, {
        ...asked.answer,
        text,
        fileMessageIds: [...asked.answer.fileMessageIds, ...fileMessageIds],
      });
    case 'passing':
      return pass(officer, asked, text);
    case 'whichCase': {
      const words = [asked.text, text].filter((part) => part !== '').join('\n');
      return askWhichCase(officer, words, [...asked.fileMessageIds, ...fileMessageIds]);
    }
    case 'nothing':
      return askWhichCase(officer, text, fileMessageIds);
  }
}

/** An answer that waits for a yes is never lost silently: another matter drops it, and the officer is told. */
async function dropWaiting({ asked, ask, say }: OfficerTurn, wish: Wish): Promise<void> {
  if (wish.kind === 'leave') return;
  const isReplaced = wish.kind === 'answer' && asked.about === 'sending' && wish.reference === asked.answer.reference;
  if (asked.about === 'sending' && !isReplaced) await say({ text: officerChat.dropped(asked.answer.reference) });
  ask({ about: 'nothing' });
}

async function grant(officer: OfficerTurn, wish: Exclude<Wish, { kind: 'words' }>): Promise<void> {
  const { turn, asked } = officer;
  switch (wish.kind) {
    case 'help':
      return officer.say({ text: officerChat.help(officer.byNumber) });
    case 'leave':
      officer.ask({ about: 'nothing' });
      return officer.say({ text: asked.about === 'nothing' ? officerChat.nothingToLeave : officerChat.left });
    case 'unlink':
      return unlink(officer);
    case 'list':
      return listCases(officer);
    case 'pick':
      return pick(officer, wish.reference, wish.number);
  }
  const reference = wish.reference ?? (await repliedCase(officer));
  if (reference === null) return officer.say({ text: officerChat.whichNumber });
  switch (wish.kind) {
    case 'view':
      return viewCase(officer, reference);
    case 'take':
      return take(officer, reference);
    case 'pass':
      return askWhom(officer, reference);
    case 'note':
      return note(officer, reference, wish.text);
    case 'answer': {
      const fileMessageIds = turn.files.length > 0 ? [turn.messageId] : [];
      const isBare = wish.text === '' && fileMessageIds.length === 0 && wish.next === 'resolve';
      return answerCase(officer, { reference, text: isBare ? null : wish.text, next: wish.next, fileMessageIds });
    }
  }
}

/** "1 VM-2026-000123": what stands first under the newest message about that case. */
async function pick(officer: OfficerTurn, reference: string, number: number): Promise<void> {
  const { act, turn } = officer;
  const seen = await seeCase(act, reference);
  if (!seen.ok) return officer.say(sayRefusal(reference, seen.refusal));
  const choice = (await choicesAbout(act.tx, turn.conversation.id, seen.value))[number - 1];
  return choice === undefined ? viewCase(officer, reference) : press(officer, choice.value);
}

/** Words that name no case: nothing is sent before the officer says for which one they are. */
async function askWhichCase(officer: OfficerTurn, text: string, fileMessageIds: number[]): Promise<void> {
  const { act, officerId } = officer;
  const viewer = await viewerOf(act.tx, officerId);
  if (viewer === null) return;
  const page = { after: null, limit: casesOffered, now: act.at };
  const cards = await caseCards(act.tx, viewer, { box: 'mine' }, page);
  if (cards.length === 0) {
    officer.ask({ about: 'nothing' });
    return officer.say({ text: officerChat.help(officer.byNumber) });
  }
  officer.ask({ about: 'whichCase', text, fileMessageIds });
  await officer.say({
    text: officerChat.whichCase,
    choices: [
      ...cards.map(({ row, enterprise }) => [
        {
          value: commandValues.forCase(row.reference),
          label: excerpt([row.reference, enterprise?.name].filter(Boolean).join(' – '), 60),
        },
      ]),
      [{ value: commandValues.leave, label: officerChat.noneOfThese }],
    ],
  });
}
