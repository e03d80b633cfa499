import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export const webhookSecret = 'bench-secret-0123456789';

/** What each person says: first contact, consent, a problem, its confirmation, then small things. */
export const script = [
  '/start',
  { press: 'consent:yes' },
  'tk 107705060720 nộp đủ chứng từ từ sáng mà chưa duyệt, hàng ở Đình Vũ, nhờ anh chị xem giúp',
  { press: 'card:send' },
  'cảm ơn anh chị',
  { press: 'menu:cases' },
  'vụ việc của tôi đến đâu rồi',
  { press: 'menu' },
] as const;

export interface Posting {
  port: number;
  conversations: number;
  /** 0: as fast as answers come. */
  perSecond: number;
  /** Offset of chat and update ids, so that two loads of one run do not meet. */
  from: number;
}

/** Posts every person's messages in order, many people at once, from a thread of its own. Returns each answer's milliseconds. */
export async function postScript(posting: Posting): Promise<number[]> {
  const worker = new Worker(new URL('./post-updates.ts', import.meta.url), {
    workerData: { ...posting, script, secret: webhookSecret },
  });
  const [latencies] = (await once(worker, 'message')) as [number[]];
  await worker.terminate();
  return latencies;
}
