const hour = 3_600_000;

export type ConsultationWindow = 'free' | 'charged' | 'closed';

/**
 * Whether a consultation message may go out now, counted from the person's last interaction: free before 48 hours have
 * passed, charged before seven days have, closed from that instant on and for someone who never interacted.
 */
export function consultationWindow(lastInteractionAt: Date | undefined, now: Date): ConsultationWindow {
  if (lastInteractionAt === undefined) return 'closed';
  const elapsed = now.getTime() - lastInteractionAt.getTime();
  if (elapsed < 48 * hour) return 'free';
  return elapsed < 7 * 24 * hour ? 'charged' : 'closed';
}
