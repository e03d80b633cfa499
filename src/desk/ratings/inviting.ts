import type { Logger } from '../../log.ts';
import { type Loop, startLoop } from '../../loop.ts';
import { minuteMilliseconds } from '../../rules/working-time/working-day.ts';
import { act, type Desk } from '../act.ts';
import { planInvitations } from './plan-invitations.ts';
import { remindOfInvitations } from './remind.ts';
import { type AskingAccount, sendInvitations } from './send-invitations.ts';

const betweenLooksMilliseconds = 1000;

/** Asks enterprises to rate: plans as declarations change, sends by the second, reminds by the minute. */
export function startInviting(parts: { desk: Desk; accounts: readonly AskingAccount[]; log: Logger }): Loop {
  const { desk, log } = parts;
  let remindAt = 0;
  const loop = startLoop({
    async pass() {
      const hasMore = await invitePass(desk, parts.accounts);
      const now = desk.clock.now().getTime();
      if (now >= remindAt) {
        remindAt = now + minuteMilliseconds;
        await act(desk, inviter, (current) => remindOfInvitations(current, parts.accounts));
      }
      return hasMore ? 'more' : { nextInMilliseconds: betweenLooksMilliseconds };
    },
    onFault: (fault) => log.error({ err: fault }, 'invitations to rate could not be worked through'),
  });
  desk.announcements.on('declarations', loop.wake);
  return loop;
}

const inviter = { kind: 'schedule', name: 'invite' } as const;

/** One look: reads what changed, and says what may be said now. True when there is more to read. */
export async function invitePass(desk: Desk, accounts: readonly AskingAccount[]): Promise<boolean> {
  const hasMore = await act(desk, inviter, planInvitations);
  await act(desk, inviter, (current) => sendInvitations(current, accounts));
  return hasMore;
}
