import { attachUploads, takeUploads } from '../../store/case-uploads.ts';
import { insertMessage } from '../../store/messages.ts';
import type { Act } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { visibleCase } from '../visibility.ts';
import { mentionable, tellMentioned } from '../watching/mention.ts';
import { allOf } from './chosen-files.ts';
import { type Happened, happen } from './happen.ts';

export interface Note {
  reference: string;
  text: string;
  /** The colleagues whom the words name: people, whatever stands in the text. */
  mentionedIds?: readonly number[];
  /** Files that were chosen for the note. */
  uploadIds?: readonly number[];
}

/** Writes on the case what only officers read, and tells the colleagues whom it names. */
export async function writeNote(
  current: Act,
  { reference, text, mentionedIds = [], uploadIds = [] }: Note,
): Promise<Happened> {
  const { tx, at } = current;
  const officerId = officerIdOf(current);
  const row = await visibleCase(current, reference);
  const people = await mentionable(current, row, mentionedIds);
  const uploads = allOf(uploadIds, await takeUploads(tx, { caseId: row.id, officerId }, 'note', uploadIds));
  const messageId = await insertMessage(tx, {
    conversationId: null,
    caseId: row.id,
    author: 'officer',
    officerId,
    isNote: true,
    text,
    at,
  });
  await attachUploads(tx, uploads, messageId);
  await tellMentioned(current, row, { messageId, people });
  return happen(current, row, [
    {
      type: 'noted',
      messageId,
      ...(people.length === 0 ? {} : { mentioned: people.map(({ id }) => id) }),
      ...(uploads.length === 0 ? {} : { files: uploads.map(({ sha256 }) => sha256) }),
    },
  ]);
}
