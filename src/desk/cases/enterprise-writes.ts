import { attachToCase } from '../../store/messages.ts';
import type { Act } from '../act.ts';
import { alert } from '../alerts/alert.ts';
import { visibleCase } from '../visibility.ts';
import { gistOf } from './gist.ts';
import { type Happened, happen } from './happen.ts';

/** The enterprise adds a message or files to a case of its own. */
export async function enterpriseWrites(
  current: Act,
  input: { reference: string; messageId: number; text: string },
): Promise<Happened> {
  const row = await visibleCase(current, input.reference);
  await attachToCase(current.tx, [input.messageId], row.id);
  const happened = await happen(current, row, [{ type: 'enterpriseWrote', messageId: input.messageId }]);
  if (row.assigneeId !== null) {
    const notice = { ...(await gistOf(current, row)), kind: 'message' as const, text: input.text };
    await alert(current, row, row.assigneeId, 'message', notice);
  }
  return happened;
}
