import { act } from '../../desk/act.ts';
import { settleNotArrived } from '../../desk/conversations/settle-delivery.ts';
import { nextTryAt } from '../../rules/delivery/next-try.ts';
import { dispatches, saveOutbox } from '../../store/outbox.ts';
import { lockUnserved } from '../../store/unserved.ts';
import type { Delivering } from './parts.ts';

const atATime = 200;
const againSeconds = 60;

/** What waits for an account that is not switched on says so, waits on, and is given up in the end like everything else. */
export async function postponeUnserved({ desk, channels, random = Math.random }: Delivering): Promise<void> {
  const served = channels.map(({ name, account }) => ({ channel: name, account }));
  await act(desk, { kind: 'channel', name: 'outbox' }, async (current) => {
    const { tx, at: now } = current;
    for (const { row, message, conversation } of await dispatches(tx, await lockUnserved(tx, served, now, atATime))) {
      const problem = `Kênh ${conversation.channel} của tài khoản này chưa được bật`;
      const tried = { failuresBefore: row.attempts, saidAt: message.at, now, random: random() };
      const dueAt = nextTryAt({ ...tried, afterSeconds: againSeconds });
      const attempts = row.attempts + 1;
      await saveOutbox(tx, row.id, {
        problem,
        attempts,
        ...(dueAt === null ? { state: 'failed', dueAt: now } : { dueAt }),
      });
      if (dueAt === null) await settleNotArrived(current, { ...message, conversationId: row.conversationId }, problem);
    }
  });
}
