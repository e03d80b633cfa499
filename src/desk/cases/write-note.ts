import { insertMessage } from '../../store/messages.ts';
import type { Act } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { visibleCase } from '../visibility.ts';
import { type Happened, happen } from './happen.ts';

/** Writes on the case what only officers read. */
export async function writeNote(current: Act, input: { reference: string; text: string }): Promise<Happened> {
  const officerId = officerIdOf(current);
  const row = await visibleCase(current, input.reference);
  const messageId = await insertMessage(current.tx, {
    conversationId: null,
    caseId: row.id,
    author: 'officer',
    officerId,
    isNote: true,
    text: input.text,
    at: current.at,
  });
  return happen(current, row, [{ type: 'noted', messageId }]);
}
