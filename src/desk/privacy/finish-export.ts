import { conversationById } from '../../store/conversations.ts';
import { lockDataRequest, saveDataRequest } from '../../store/data-requests.ts';
import { exportRef } from '../../store/erasing.ts';
import { insertFiles } from '../../store/messages.ts';
import { retentionInForce } from '../../store/retention.ts';
import type { Act } from '../act.ts';
import { say } from '../conversations/say.ts';
import { recordPrivacy } from './record.ts';

export interface ExportFile {
  name: string;
  mediaType: string;
  path: string;
  sha256: string;
  size: number;
}

/** Hands the finished copy to the person in the chat in which it was asked for. False where nobody waits for it. */
export async function finishExport(
  current: Act,
  { requestId, files }: { requestId: number; files: readonly ExportFile[] },
): Promise<boolean> {
  const { tx, at } = current;
  const request = await lockDataRequest(tx, requestId);
  if (request === null || request.state !== 'preparing') return false;
  const { conversationId } = request;
  const { channel, language } = await conversationById(tx, conversationId);
  const days = (await retentionInForce(tx, at)).find(({ what }) => what === 'dataExports')?.days ?? 0;
  const message = current.phrasing.toContact({ kind: 'dataExported', days }, language ?? 'vi');
  const messageId = await say(current, { conversationId, message });
  await insertFiles(
    tx,
    files.map((file) => ({
      ...file,
      messageId,
      channel,
      ref: `${exportRef}${requestId}`,
      claimedType: file.mediaType,
      state: 'stored' as const,
      storedAt: at,
    })),
  );
  await saveDataRequest(tx, requestId, { state: 'done', doneAt: at, progress: 100 });
  await recordPrivacy(current, 'dataExported', { requestId, digests: files.map(({ sha256 }) => sha256) });
  return true;
}
