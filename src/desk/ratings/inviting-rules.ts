import { z } from 'zod';
import { defaultInvitationRules, type InvitationRules } from '../../rules/rating/invitation-rules.ts';
import type { Days } from '../../rules/rating/invitation-times.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { orUnknown } from '../../rules/working-time/or-unknown.ts';
import { storedInvitationRules } from '../../store/rating-invitations.ts';
import type { Act } from '../act.ts';
import { departmentTime } from '../department-time.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);

const stored = z
  .object({
    quietFrom: time,
    quietUntil: time,
    onlyOnWorkingDays: z.boolean(),
    gatherMinutes: z.number().min(0),
    digestFrom: z.number().int().min(2),
    mostADay: z.number().int().min(1),
    digestAt: time,
    remindAfterHours: z.number().min(1),
    shareOfPace: z.number().gt(0).max(1),
  })
  .partial();

/** When and how often people are asked: the office's own lines, and ours for what it left open. */
export async function invitationRules({ tx }: Pick<Act, 'tx'>): Promise<InvitationRules> {
  const own = stored.parse((await storedInvitationRules(tx)) ?? {});
  return {
    ...defaultInvitationRules,
    ...Object.fromEntries(Object.entries(own).filter(([, line]) => line !== undefined)),
  };
}

/**
 * The days of the department's calendar; where a year is not approved, Monday to Friday are working days. Null before
 * there is a department.
 */
export async function invitationDays(current: Act): Promise<Days | null> {
  const { zone } = current;
  const working = await departmentTime(current);
  if (working === null) return null;
  return {
    zone,
    isWorkingDate(date) {
      const day = Temporal.PlainDate.from(date);
      const begins = new Date(day.toZonedDateTime(zone).epochMilliseconds);
      return orUnknown(() => localDate(working.nextOpening(begins), zone) === date) ?? day.dayOfWeek <= 5;
    },
  };
}
