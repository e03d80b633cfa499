export interface Limits {
  perChatPerSecond: number;
  perChatBurst: number;
  perGroupPerMinute: number;
  overallPerSecond: number;
  overallBurst: number;
}

export const telegramLimits: Limits = {
  perChatPerSecond: 1,
  perChatBurst: 3,
  perGroupPerMinute: 20,
  overallPerSecond: 30,
  overallBurst: 30,
};

/**
 * Says for each message how many seconds the bot must wait, or 0 when it may pass. A refused message uses nothing up.
 * `now` is in milliseconds; the ids of groups are negative.
 */
export function openLimits(limits: Limits): (chatId: number, now: number) => number {
  const overall = bucket(limits.overallPerSecond, limits.overallBurst);
  const perChat = new Map<number, Bucket>();
  return (chatId, now) => {
    const chat = perChat.get(chatId) ?? bucketOf(chatId, limits);
    perChat.set(chatId, chat);
    const wait = Math.max(chat.waitMs(now), overall.waitMs(now));
    if (wait > 0) return Math.max(1, Math.ceil(wait / 1_000));
    chat.take();
    overall.take();
    return 0;
  };
}

type Bucket = ReturnType<typeof bucket>;

function bucketOf(chatId: number, limits: Limits): Bucket {
  if (chatId < 0) return bucket(limits.perGroupPerMinute / 60, limits.perGroupPerMinute);
  return bucket(limits.perChatPerSecond, limits.perChatBurst);
}

function bucket(perSecond: number, burst: number) {
  let tokens = burst;
  let filledAt: number | null = null;
  return {
    waitMs(now: number): number {
      tokens = Math.min(burst, tokens + ((now - (filledAt ?? now)) / 1_000) * perSecond);
      filledAt = now;
      return tokens >= 1 ? 0 : ((1 - tokens) / perSecond) * 1_000;
    },
    take() {
      tokens -= 1;
    },
  };
}
