import { Conflict, NotFound } from '../../errors.ts';
import { mostFilesAtOnce } from '../../rules/delivery/file-limits.ts';
import { type CaseUpload, insertUpload, takeUploads, type UploadOwner, uploadsOf } from '../../store/case-uploads.ts';
import type { DraftMode } from '../../store/drafts.ts';
import type { Act } from '../act.ts';

type Stored = Pick<CaseUpload, 'name' | 'mediaType' | 'size' | 'path' | 'sha256'>;

/** Keeps a stored file for what its owner is about to send. No event of the case: nobody else learns of it before. */
export async function chooseFile(
  { tx, at }: Act,
  owner: UploadOwner,
  mode: DraftMode,
  stored: Stored,
): Promise<CaseUpload> {
  const chosen = (await uploadsOf(tx, owner)).filter((upload) => upload.mode === mode);
  if (chosen.length >= mostFilesAtOnce)
    throw new Conflict('tooManyFiles', `Mỗi lần gửi kèm tối đa ${mostFilesAtOnce} tệp.`);
  return insertUpload(tx, { ...stored, ...owner, mode, at });
}

/** Takes a chosen file back. One that is gone already, or somebody else's, is not found. */
export async function dropFile({ tx, jobs }: Act, owner: UploadOwner, id: number): Promise<void> {
  const chosen = (await uploadsOf(tx, owner)).find((upload) => upload.id === id);
  if (chosen === undefined) throw new NotFound('tệp đã chọn');
  await takeUploads(tx, owner, chosen.mode, [id]);
  // The job keeps what another message or another officer still has.
  await jobs.send(tx, 'remove-files', { paths: [chosen.path] });
}
