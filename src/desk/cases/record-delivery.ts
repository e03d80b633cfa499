import { lockCaseById } from '../../store/cases.ts';
import { noteTold } from '../../store/verifications.ts';
import type { Act } from '../act.ts';
import { happen } from './happen.ts';

/** An officer's reply reached the platform, or did not. Only an answer that arrived stops the first-response clock. */
export async function recordDelivery(
  current: Act,
  input: { caseId: number; messageId: number; problem: string | null },
): Promise<void> {
  const row = await lockCaseById(current.tx, input.caseId);
  if (row === null || row.state === 'merged') return;
  const { messageId, problem } = input;
  if (row.kind === 'verification' && problem === null) await noteTold(current.tx, row.id, messageId, current.at);
  await happen(current, row, [
    problem === null
      ? { type: 'replyDelivered', messageId }
      : { type: 'replyNotDelivered', messageId, because: problem },
  ]);
}
