const pauseMilliseconds = 24 * 3_600_000;

/** Whether a person may be told that something waits: once a day, however much waits. */
export function mayKnock(lastKnockedAt: Date | null, now: Date): boolean {
  return lastKnockedAt === null || now.getTime() - lastKnockedAt.getTime() >= pauseMilliseconds;
}
