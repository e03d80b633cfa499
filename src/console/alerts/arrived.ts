import type { AlertView } from '../../http/views.ts';

// An alert bears the instant at which its deed began, and is there when the deed is done.
const deedMs = 1_000;

/**
 * The alerts to point out: those after the newest one pointed out already (`seenId`), and the first time (null) those that
 * came since the page began to read, because this is looked at a moment later. Not what was acknowledged meanwhile.
 */
export function arrived(
  alerts: readonly AlertView[],
  { seenId, since }: { seenId: number | null; since: string },
): AlertView[] {
  const sinceMs = Date.parse(since) - deedMs;
  const isNew = ({ id, createdAt }: AlertView) => (seenId === null ? Date.parse(createdAt) >= sinceMs : id > seenId);
  return alerts.filter((alert) => alert.acknowledgedAt === null && isNew(alert));
}
