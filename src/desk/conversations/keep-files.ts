import type { AnnouncedFile } from '../../channel/port.ts';
import type { ConversationRow } from '../../store/conversations.ts';
import { insertFiles } from '../../store/messages.ts';
import type { Act } from '../act.ts';

/** Notes the files of a message and has them copied. One that the platform will not hand over is noted as such. */
export async function keepFiles(
  current: Act,
  conversation: Pick<ConversationRow, 'channel'>,
  messageId: number,
  files: readonly AnnouncedFile[],
): Promise<void> {
  const rows = files.map(({ ref, name, mediaType, size, limitBytes }) => ({
    messageId,
    channel: conversation.channel,
    ref,
    name,
    claimedType: mediaType,
    size,
    state: limitBytes === undefined ? ('announced' as const) : ('tooLarge' as const),
  }));
  const fileIds = await insertFiles(current.tx, rows);
  for (const [index, fileId] of fileIds.entries()) {
    if (rows[index]?.state === 'announced') await current.jobs.send(current.tx, 'copy-file', { fileId });
  }
}
