/** When and how often people are asked. Data: the office may change every line. Times are readings of a wall clock. */
export interface InvitationRules {
  /** Nobody is asked from then on … */
  quietFrom: string;
  /** … until then. */
  quietUntil: string;
  onlyOnWorkingDays: boolean;
  /** So long a declaration waits for others of the same enterprise. */
  gatherMinutes: number;
  /** From so many on they are asked about in one message. */
  digestFrom: number;
  /** Messages that one person gets in a day, reminders among them. */
  mostADay: number;
  /** The last of these goes out from then on, with all that has gathered over the day. */
  digestAt: string;
  remindAfterHours: number;
  /** The part of an account's pace that invitations may take; the rest is for those who are waiting for an answer. */
  shareOfPace: number;
}

export const defaultInvitationRules: InvitationRules = {
  quietFrom: '20:00',
  quietUntil: '08:00',
  onlyOnWorkingDays: true,
  gatherMinutes: 5,
  digestFrom: 3,
  mostADay: 3,
  digestAt: '16:30',
  remindAfterHours: 72,
  shareOfPace: 0.5,
};
