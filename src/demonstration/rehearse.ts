import { type Act, act, type Desk } from '../desk/act.ts';
import { fireDueStep } from '../desk/cases/fire-due-step.ts';
import { recordDelivery } from '../desk/cases/record-delivery.ts';
import type { Actor } from '../rules/case/words.ts';
import { nearestWakeAt } from '../store/ladder.ts';
import { saveOutbox, waitingHeads } from '../store/outbox.ts';

/** Plays the past on a desk: at each instant somebody acts, and in between the ladder fires what falls due. */
export interface Rehearsal {
  /** Fires what falls due up to `at`, then lets `by` act, then delivers what was said. Instants never go back. */
  at<Result>(at: Date, by: Actor, deed: (current: Act) => Promise<Result>): Promise<Result>;
  /** Fires what falls due up to `at`. */
  passUntil(at: Date): Promise<void>;
}

const sendingMilliseconds = 1_000;

export function openRehearsal(desk: Desk): Rehearsal {
  let present = new Date(0);

  async function perform<Result>(at: Date, by: Actor, deed: (current: Act) => Promise<Result>): Promise<Result> {
    present = at > present ? at : present;
    const result = await act(moved(), by, deed);
    await deliver();
    return result;
  }

  async function passUntil(at: Date): Promise<void> {
    for (;;) {
      const dueAt = await nearestWakeAt(desk.database.db);
      if (dueAt === null || dueAt > at) return;
      await perform(dueAt, { kind: 'clock' }, fireDueStep);
    }
  }

  // What the deliverer does, without a platform: nobody outside is written to.
  async function deliver(): Promise<void> {
    const { db } = desk.database;
    for (;;) {
      const waiting = await waitingHeads(db, present, 100);
      if (waiting.length === 0) return;
      const sentAt = new Date(present.getTime() + sendingMilliseconds);
      for (const { row, message } of waiting) {
        await saveOutbox(db, row.id, { state: 'sent', partsSent: 1, attempts: 1, sentAt });
        present = sentAt;
        const { caseId, author, id: messageId } = message;
        if (caseId === null || author !== 'officer') continue;
        const arrived = { caseId, messageId, problem: null };
        await act(moved(), { kind: 'channel', name: 'webchat' }, (current) => recordDelivery(current, arrived));
      }
    }
  }

  function moved(): Desk {
    const now = present;
    return { ...desk, clock: { now: () => now } };
  }

  return {
    async at(at, by, deed) {
      await passUntil(at);
      return perform(at, by, deed);
    },
    passUntil,
  };
}
