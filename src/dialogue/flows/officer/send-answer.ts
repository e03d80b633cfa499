import type { Outgoing } from '../../../channel/port.ts';
import type { Act } from '../../../desk/act.ts';
import { reply } from '../../../desk/cases/reply.ts';
import { resolveCase } from '../../../desk/cases/resolve-case.ts';
import type { AnswerWithFiles } from '../../../store/jobs.ts';
import { filesOfMessages, type SentFile } from '../../../store/officer-messages.ts';
import { officerChat } from '../../phrases/officer-chat.ts';
import { attempt, sayRefusal } from './officer-turn.ts';

/**
 * Sends an officer's answer and gives the receipt, or the refusal, for the officer to read. An answer with files waits
 * until they are copied to our own storage: it then goes out whole, or not at all and the officer is told.
 */
export async function sendAnswer(current: Act, answer: AnswerWithFiles): Promise<Outgoing> {
  const { reference, next, text } = answer;
  const files = await filesOfMessages(current.tx, answer.fileMessageIds);
  if (files.some(({ state }) => state === 'announced')) {
    await current.jobs.send(current.tx, 'answer-with-files', answer);
    return { text: officerChat.fetchingFiles(reference, files.length) };
  }
  const missing = files.find(({ state }) => state !== 'stored');
  if (missing !== undefined) return { text: officerChat.fileNotFetched(reference, missing.name, problemOf(missing)) };

  const sent = await attempt(current, (act) =>
    text === null
      ? resolveCase(act, { reference })
      : reply(act, {
          reference,
          text: text === '' ? officerChat.onlyFiles : text,
          next,
          fileIds: files.map(({ id }) => id),
        }),
  );
  return sent.ok ? { text: officerChat.sent(reference, next, files.length) } : sayRefusal(reference, sent.refusal);
}

function problemOf({ state }: SentFile): string {
  return state === 'tooLarge' || state === 'refusedType'
    ? officerChat.fileProblems[state]
    : officerChat.fileProblems.gone;
}
