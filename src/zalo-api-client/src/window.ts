const hour = 3_600_000;
const freeHours = 48;
const chargedHours = 7 * 24;

export type ConsultationWindow = 'free' | 'charged' | 'closed';

/**
 * Whether a consultation message may go out now, counted from the person's last interaction: free before 48 hours have
 * passed, charged before seven days have, closed from that instant on and for someone who never interacted.
 */
export function consultationWindow(lastInteractionAt: Date | undefined, now: Date): ConsultationWindow {
  if (lastInteractionAt === undefined) return 'closed';
  const elapsed = now.getTime() - lastInteractionAt.getTime();
  if (elapsed < freeHours * hour) return 'free';
  return elapsed < chargedHours * hour ? 'charged' : 'closed';
}

/** When the window becomes a narrower one by itself; undefined for one that is closed. */
export function consultationWindowChangesAt(lastInteractionAt: Date | undefined, now: Date): Date | undefined {
  const window = consultationWindow(lastInteractionAt, now);
  if (lastInteractionAt === undefined || window === 'closed') return undefined;
  const hours = window === 'free' ? freeHours : chargedHours;
  return new Date(lastInteractionAt.getTime() + hours * hour);
}
