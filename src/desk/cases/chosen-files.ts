import { NotFound } from '../../errors.ts';
import type { CaseUpload } from '../../store/case-uploads.ts';

/** All the files that were asked for. One that is somebody else's, or gone, is not found: nothing goes out without it. */
export function allOf(ids: readonly number[], found: readonly CaseUpload[]): readonly CaseUpload[] {
  if (found.length < new Set(ids).size) throw new NotFound('tệp đã chọn');
  return found;
}
