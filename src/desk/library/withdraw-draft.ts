import { saveAppendixVersion } from '../../store/library.ts';
import type { Act } from '../act.ts';
import { keeperActing } from './keeper.ts';
import { openDraft } from './open-draft.ts';
import { record } from './record.ts';

/** Takes a draft off the table; it is kept and never applies. A published version is not withdrawn but followed by another. */
export async function withdrawDraft(current: Act, { versionId }: { versionId: number }): Promise<void> {
  const keeper = await keeperActing(current, 'rút bản thảo phụ lục');
  const { id } = await openDraft(current, { versionId, revision: null });
  await saveAppendixVersion(current.tx, id, { state: 'withdrawn', withdrawnBy: keeper.name, withdrawnAt: current.at });
  await record(current, 'draftWithdrawn', { versionId: id });
}
