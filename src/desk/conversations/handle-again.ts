import { Conflict, NotFound } from '../../errors.ts';
import { inboxState, reviveDelivery } from '../../store/troubled-inbox.ts';
import type { Act } from '../act.ts';
import { looksAfterDelivery } from './looks-after-delivery.ts';

/** Has a delivery handled again that failed before, as if it had just come. What cannot be read stays as it is. */
export async function handleAgain(current: Act, { inboxId }: { inboxId: number }): Promise<void> {
  await looksAfterDelivery(current, 'xử lý lại tin đến');
  const state = await inboxState(current.tx, inboxId);
  if (state === null) throw new NotFound('tin đến');
  if (!(await reviveDelivery(current.tx, inboxId, current.at)))
    throw new Conflict(
      'notFailed',
      state === 'malformed'
        ? 'Tin này không đọc được; xử lý lại cũng không thay đổi gì.'
        : 'Tin này đã được xử lý hoặc đang chờ xử lý.',
    );
  current.wakes.add('inbox');
}
