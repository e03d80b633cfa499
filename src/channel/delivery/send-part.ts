import type { DispatchFile } from '../../store/outbox.ts';
import type { Delivery, Part } from '../port.ts';
import { openStoredFile } from './open-stored-file.ts';
import type { Delivering, Job } from './parts.ts';
import { rendered } from './rendered.ts';

/** One try to send the next part of a message. */
export interface Attempt {
  delivery: Delivery;
  /** Whether the platform was called: only then does the try count for its limits. */
  wasCalled: boolean;
  answeredAt: Date;
  file: DispatchFile | null;
  isLast: boolean;
  isOnly: boolean;
}

const copyingSeconds = 5;

/** Sends the next part, where there is one and the platform lets us write. Never throws. */
export async function sendPart({ desk, log, onAnswer, filesDirectory }: Delivering, job: Job): Promise<Attempt> {
  const { channel, dispatch } = job;
  const { row, conversation } = dispatch;
  let called = false;
  let file: DispatchFile | null = null;
  let count = 1;

  async function deliver(): Promise<Delivery> {
    if (channel.windowAt?.(conversation.lastInteractionAt, desk.clock.now()) === 'closed')
      return { status: 'refused', because: 'windowClosed', detail: 'Người nhận đã lâu không nhắn tin' };
    const { parts, fileOf } = rendered(channel, dispatch);
    count = parts.length;
    const part: Part | undefined = parts[row.partsSent];
    if (part === undefined) return { status: 'accepted', providerMessageId: null };
    file = fileOf(row.partsSent);
    if (file?.state === 'announced')
      return { status: 'tryLater', afterSeconds: copyingSeconds, detail: 'Tệp còn đang được chép về' };
    if (file !== null && file.state !== 'stored')
      return { status: 'refused', because: 'rejectedContent', detail: 'Tệp không còn được lưu' };
    called = true;
    return channel.send(conversation.address, part, openStoredFile(desk.database.db, filesDirectory));
  }

  const delivery = await deliver().catch((fault: unknown): Delivery => {
    log.error({ err: fault, outboxId: row.id }, 'a message could not be rendered or sent');
    // A channel answers with a value whatever the platform does. One that throws in the middle of a call tells nothing.
    if (called) return { status: 'unknown', detail: 'Lỗi trong khi gửi' };
    return { status: 'refused', because: 'rejectedContent', detail: 'Không dựng được tin nhắn' };
  });
  if (called) onAnswer?.(channel.name, delivery);
  return {
    delivery,
    wasCalled: called,
    answeredAt: desk.clock.now(),
    file,
    isLast: row.partsSent + 1 >= count,
    isOnly: count === 1,
  };
}
