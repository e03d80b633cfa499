import type { Delivery } from '../port.ts';

/** A platform's answer as the figures name it: the reason of a refusal, and apart from other delays that we were too fast. */
export function answerName(answer: Delivery): string {
  if (answer.status === 'refused') return answer.because;
  // Telegram says so with the status 429, Zalo with the code -32.
  if (answer.status === 'tryLater' && /(^|\D)(429|-32)(\D|$)/.test(answer.detail)) return 'rateLimited';
  return answer.status;
}
