import { fileTypeFromBuffer } from 'file-type';
import { type Act, act, type Desk } from '../desk/act.ts';
import { say } from '../desk/conversations/say.ts';
import { tooLargeMessage } from '../dialogue/flows/file-too-large.ts';
import { phrasesIn } from '../dialogue/phrases/in-language.ts';
import { type ConversationRow, conversationById } from '../store/conversations.ts';
import { noteChange } from '../store/live.ts';
import { fileById, saveFile } from '../store/messages.ts';
import type { Channel } from './port.ts';
import { storeBytes } from './store-bytes.ts';

/**
 * Copies an announced file to our own storage, because platforms forget theirs. Done again it changes nothing. Throws
 * when the platform asks to try later; the queue does.
 */
export async function copyFile(
  { desk, channels, filesDirectory }: { desk: Desk; channels: readonly Channel[]; filesDirectory: string },
  { fileId }: { fileId: number },
): Promise<void> {
  const { db } = desk.database;
  const file = await fileById(db, fileId);
  if (file === null || file.state !== 'announced' || file.conversationId === null) return;
  const conversation = await conversationById(db, file.conversationId);
  const channel = channels.find(
    ({ name, account }) => name === conversation.channel && account === conversation.account,
  );
  if (channel === undefined) throw new Error(`The channel ${conversation.channel} is not switched on`);

  const fetched = await channel.fetchFile(file.ref);
  if (fetched.status === 'tryLater') throw new Error(`The platform asks for patience: ${fetched.detail}`);
  const change =
    fetched.status === 'fetched'
      ? await stored(filesDirectory, fetched.bytes)
      : { state: fetched.status === 'tooLarge' ? ('tooLarge' as const) : ('gone' as const) };
  await act(desk, { kind: 'schedule', name: 'copy-file' }, async (current) => {
    await saveFile(current.tx, fileId, { ...change, storedAt: current.at });
    if (fetched.status === 'tooLarge') await tellTooLarge(current, conversation, file, fetched.limitBytes);
    await noteChange(current.tx, {
      topic: 'conversation',
      conversationId: conversation.id,
      caseId: file.caseId,
      at: current.at,
    });
    current.wakes.add('live');
  });
}

/** Its size was not known when it was announced: the person hears of it only now. */
async function tellTooLarge(
  current: Act,
  conversation: ConversationRow,
  { name, caseId }: { name: string; caseId: number | null },
  limitBytes: number,
): Promise<void> {
  const phrases = phrasesIn(conversation.language);
  const message = tooLargeMessage(phrases, { names: [name], limitBytes, hasWords: false });
  await say(current, { conversationId: conversation.id, message, caseId });
}

async function stored(directory: string, bytes: Uint8Array) {
  const sniffed = await fileTypeFromBuffer(bytes);
  const kept = await storeBytes(directory, bytes);
  return { ...kept, state: 'stored' as const, mediaType: sniffed?.mime ?? 'application/octet-stream' };
}
