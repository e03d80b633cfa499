import { act, type Desk } from '../desk/act.ts';
import { say } from '../desk/conversations/say.ts';
import { sendAnswer } from '../dialogue/flows/officer/send-answer.ts';
import { claimRequestKey } from '../store/access.ts';
import type { AnswerWithFiles } from '../store/jobs.ts';
import { officerOfChat } from '../store/officer-chats.ts';
import { filesOfMessages } from '../store/officer-messages.ts';
import { copyFile } from './copy-file.ts';
import type { Channel } from './port.ts';

/**
 * Copies the files of an officer's answer and then sends it, files and all, and tells the officer in the chat it came
 * from. Done again it sends nothing twice. Throws when the platform asks to try later; the queue does.
 */
export async function answerWithFiles(
  parts: { desk: Desk; channels: readonly Channel[]; filesDirectory: string },
  answer: AnswerWithFiles,
): Promise<void> {
  const { desk } = parts;
  const announced = await desk.database.db.transaction((tx) => filesOfMessages(tx, answer.fileMessageIds));
  for (const { id: fileId } of announced) await copyFile(parts, { fileId });

  const { officerId, conversationId, fileMessageIds } = answer;
  await act(desk, { kind: 'officer', officerId }, async (current) => {
    // Unlinked meanwhile, or no longer an officer: nothing is sent in this name any more.
    if ((await officerOfChat(current.tx, conversationId)) !== officerId) return;
    const key = {
      owner: `officer:${officerId}`,
      key: `answer:${fileMessageIds.join(',')}`,
      requestHash: answer.reference,
    };
    if ((await claimRequestKey(current.tx, key, current.at)) !== null) return;
    await say(current, { conversationId, message: await sendAnswer(current, answer) });
  });
}
