import { createHash } from 'node:crypto';
import { demonstrationTexts } from '../../knowledge/demonstration/demonstration.ts';
import { hasAppendices, lockLibrary } from '../../store/library.ts';
import type { Act } from '../act.ts';
import { proposeVersion } from './propose-version.ts';
import { publishFirstVersion } from './publish-version.ts';

/**
 * Gives a new installation the ten demonstration texts, published, so that every promise its policies time can be quoted.
 * Each says that it is a demonstration. Does nothing once there is any appendix, be it a draft.
 */
export async function installDemonstrationTexts(current: Act): Promise<boolean> {
  await lockLibrary(current.tx);
  if (await hasAppendices(current.tx)) return false;
  for (const { source, sourceName, bytes } of await demonstrationTexts()) {
    const { id } = await proposeVersion(current, {
      source,
      sourceName,
      sourceSha256: createHash('sha256').update(bytes).digest('hex'),
      description: {},
      note: null,
    });
    await publishFirstVersion(current, id);
  }
  return true;
}
