import type { Choice } from '../../../channel/port.ts';
import type { PageEnd } from '../../../store/case-order.ts';
import { alertsSinceLastWord } from '../../../store/officer-messages.ts';
import { commandValues } from '../../command-values.ts';
import { officerChat } from '../../phrases/officer-chat.ts';
import { answerCase, askContent, settleAnswer } from './answer-case.ts';
import type { OfficerTurn } from './officer-turn.ts';
import { askReason, askWhom } from './pass-case.ts';
import { listCases, viewCase } from './show-cases.ts';
import { acknowledge, take } from './take-and-note.ts';

const aboutAlerts = { take: 'take', pass: 'pass', ack: 'acknowledge', answer: 'answer' } as const;

/** A button under something the bot said to an officer. What it carries is a wish: each verb behind it looks again. */
export async function press(officer: OfficerTurn, value: string): Promise<void> {
  const [verb = '', first = '', second = ''] = value.split(':');
  if (await isAmbiguous(officer, verb)) return;
  switch (verb) {
    case 'take':
      return take(officer, first);
    case 'take-over':
      return take(officer, first, true);
    case 'pass':
      return askWhom(officer, first);
    case 'pass-page':
      return askWhom(officer, first, wholeNumber(second));
    case 'pass-to':
      return askReason(officer, first, wholeNumber(second));
    case 'pass-up':
      return askReason(officer, first, 'above');
    case 'ack':
      return acknowledge(officer, wholeNumber(first));
    case 'answer':
      return askContent(officer, first);
    case 'case':
      return viewCase(officer, first);
    case 'mine':
    case 'overdue':
      return listCases(officer, verb, first === '' ? null : pageEnd(first, second));
    case 'send':
      return settleAnswer(officer, first === 'yes' ? 'send' : first === 'always' ? 'always' : 'drop');
    case 'for':
      return answerForCase(officer, first);
    case 'leave':
      officer.ask({ about: 'nothing' });
      return officer.say({ text: officerChat.left });
    default:
      return officer.say({ text: officerChat.oldButton });
  }
}

async function answerForCase(officer: OfficerTurn, reference: string): Promise<void> {
  const { asked } = officer;
  if (asked.about !== 'whichCase') return officer.say({ text: officerChat.oldButton });
  officer.ask({ about: 'nothing' });
  const { text, fileMessageIds } = asked;
  return answerCase(officer, { reference, text, next: 'nothing', fileMessageIds });
}

/**
 * Where numbers are typed, a number means the newest message. When alerts about several cases came since the officer last
 * wrote, or one behind an answer that waits for its yes, it may be meant for any of them, and the bot asks.
 */
async function isAmbiguous(officer: OfficerTurn, verb: string): Promise<boolean> {
  const { turn, act, asked, byNumber } = officer;
  if (!byNumber || !isAboutAlert(verb)) return false;
  const alerts = await alertsSinceLastWord(act.tx, turn.conversation.id, turn.messageId);
  const newest = new Map(alerts.map(({ reference, alertId }) => [reference, alertId]));
  const choices: Choice[][] = [...newest].map(([reference, alertId]) => [
    {
      value: verb === 'ack' ? commandValues.acknowledge(alertId) : `${verb}:${reference}`,
      label: `${officerChat.actions[aboutAlerts[verb]]} ${reference}`,
    },
  ]);
  const inPlace = asked.about === 'sending' && newest.size > 0 ? underAnswer[verb] : null;
  if (asked.about === 'sending' && inPlace !== null)
    choices.unshift([{ value: inPlace.value, label: `${inPlace.label} ${asked.answer.reference}` }]);
  if (choices.length < 2) return false;
  await officer.say({ text: officerChat.whichMeant, choices });
  return true;
}

// What stands under the question about an answer where this stands under an alert: the same number.
const underAnswer: Record<keyof typeof aboutAlerts, { value: string; label: string } | null> = {
  take: { value: commandValues.send, label: officerChat.sendAnswerTo },
  pass: { value: commandValues.doNotSend, label: officerChat.dropAnswerTo },
  ack: null,
  answer: null,
};

function isAboutAlert(verb: string): verb is keyof typeof aboutAlerts {
  return Object.hasOwn(aboutAlerts, verb);
}

function wholeNumber(text: string): number {
  return /^\d{1,15}$/u.test(text) ? Number(text) : 0;
}

function pageEnd(id: string, nextDueAt: string): PageEnd {
  return { id: wholeNumber(id), key: nextDueAt === '' ? null : wholeNumber(nextDueAt) };
}
