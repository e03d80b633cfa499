import { Conflict, NotFound } from '../../errors.ts';
import { type AppendixVersionRow, lockAppendixVersion } from '../../store/library.ts';
import type { Act } from '../act.ts';

/** The draft as the person saw it, locked. Somebody else's correction or decision in between is a conflict. */
export async function openDraft(
  { tx }: Act,
  { versionId, revision }: { versionId: number; revision: number | null },
): Promise<AppendixVersionRow> {
  const row = await lockAppendixVersion(tx, versionId);
  if (row === null) throw new NotFound('bản thảo phụ lục');
  if (row.state === 'published') throw new Conflict('alreadyPublished', 'Phiên bản này đã được ban hành.');
  if (row.state === 'withdrawn') throw new Conflict('alreadyWithdrawn', 'Bản thảo này đã bị rút.');
  if (revision !== null && row.revision !== revision)
    throw new Conflict(
      'draftChangedMeanwhile',
      'Bản thảo vừa được người khác sửa. Anh/chị vui lòng tải lại trang và xem lại trước khi tiếp tục.',
    );
  return row;
}
