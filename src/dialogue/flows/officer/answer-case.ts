import type { Choice } from '../../../channel/port.ts';
import { previewReply } from '../../../desk/cases/reply.ts';
import { saveConversation } from '../../../store/conversations.ts';
import { commandValues } from '../../command-values.ts';
import { officerChat } from '../../phrases/officer-chat.ts';
import type { OfficerAnswer } from '../../state.ts';
import { attempt, type OfficerTurn, sayRefusal, seeCase } from './officer-turn.ts';
import { newsSince } from './seen.ts';
import { sendAnswer } from './send-answer.ts';

/**
 * An officer's words for an enterprise. They go at once, unless this chat was never told to send without asking, or
 * something new happened that it was not shown: then they are shown as the enterprise will read them, and wait.
 */
export async function answerCase(officer: OfficerTurn, answer: OfficerAnswer): Promise<void> {
  const { act, turn } = officer;
  const { reference } = answer;
  const seen = await seeCase(act, reference);
  if (!seen.ok) return refuse(officer, reference, seen.refusal);
  if (answer.text === '' && answer.fileMessageIds.length === 0) return askContent(officer, reference, answer.next);

  const news = await newsSince(officer, seen.value);
  const isFirst = turn.conversation.answersConfirmedAt === null;
  if (!isFirst && news.length === 0) return send(officer, answer);

  const shown = await attempt(act, (current) =>
    previewReply(current, { ...answer, text: answer.text === '' ? officerChat.onlyFiles : answer.text }),
  );
  if (!shown.ok) return refuse(officer, reference, shown.refusal);
  officer.ask({ about: 'sending', answer });
  const preview = officerChat.preview(reference, shown.value.text, answer.fileMessageIds.length, isFirst);
  const choices: Choice[][] = [
    [
      { value: commandValues.send, label: news.length > 0 ? officerChat.sendAnyway : officerChat.send },
      { value: commandValues.doNotSend, label: officerChat.doNotSend },
    ],
    ...(isFirst ? [[{ value: commandValues.alwaysSend, label: officerChat.alwaysSend }]] : []),
  ];
  const before = news.length > 0 ? `${officerChat.movedOn(reference, news, act.at, act.zone)}\n` : '';
  await officer.say({ text: before + preview, choices });
}

/** The next message is the answer. */
export async function askContent(
  officer: OfficerTurn,
  reference: string,
  next: OfficerAnswer['next'] = 'nothing',
): Promise<void> {
  const seen = await seeCase(officer.act, reference);
  if (!seen.ok) return refuse(officer, reference, seen.refusal);
  officer.ask({ about: 'content', reference, next });
  await officer.say({ text: officerChat.askContent(reference) });
}

/** "Send", "do not send", "always send": about the answer that waits. What happened meanwhile is shown first. */
export async function settleAnswer(officer: OfficerTurn, word: 'send' | 'drop' | 'always'): Promise<void> {
  const { asked, act, turn } = officer;
  if (asked.about !== 'sending') return officer.say({ text: officerChat.nothingWaits });
  const { answer } = asked;
  officer.ask({ about: 'nothing' });
  if (word === 'drop') return officer.say({ text: officerChat.left });

  const seen = await seeCase(act, answer.reference);
  if (!seen.ok) return refuse(officer, answer.reference, seen.refusal);
  if (word === 'always') await saveConversation(act.tx, turn.conversation.id, { answersConfirmedAt: act.at });
  if ((await newsSince(officer, seen.value)).length > 0) return answerCase(officer, answer);
  return send(officer, answer);
}

async function send(officer: OfficerTurn, answer: OfficerAnswer): Promise<void> {
  const { turn, act, officerId } = officer;
  officer.ask({ about: 'nothing' });
  await officer.say(await sendAnswer(act, { ...answer, officerId, conversationId: turn.conversation.id }));
}

async function refuse(officer: OfficerTurn, ...[reference, refusal]: Parameters<typeof sayRefusal>): Promise<void> {
  officer.ask({ about: 'nothing' });
  await officer.say(sayRefusal(reference, refusal));
}
