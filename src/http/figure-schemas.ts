import { z } from '@hono/zod-openapi';
import type { Accuracy } from '../reports/compliance/accuracy.ts';
import type { Compliance } from '../reports/compliance/compliance.ts';
import type { Today } from '../reports/today/today.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import type { FigureFilter } from '../store/figure-filter.ts';
import type { DueChoice } from '../store/schema/desk-tools.ts';
import { soonMinutes } from '../store/today-figures.ts';
import { dayWindow } from './day-window.ts';
import { day } from './organisation-schemas.ts';

const instant = z.iso.datetime();
const clock = z.enum(['acknowledge', 'firstResponse', 'resolution']);
const kept = { met: z.number(), missed: z.number() };
const compared = { ...kept, before: z.object(kept) };
const named = { id: z.number().nullable(), name: z.string() };
const work = { open: z.number(), overdue: z.number(), dueSoon: z.number() };

export const complianceSchema: z.ZodType<Compliance> = z
  .object({
    from: day,
    to: day,
    compared: z.object({ from: day, to: day }),
    total: z.object(compared),
    byClock: z.array(z.object({ clock, ...compared })),
    byUnit: z.array(z.object({ ...named, ...compared })),
    byOfficer: z.array(z.object({ ...named, unitName: z.string(), ...compared })),
    byAgreement: z.array(z.object({ ...named, agreement: z.string().nullable(), ...compared })),
    series: z.array(z.object({ from: day, to: day, ...kept })),
  })
  .openapi('Compliance');

export const accuracySchema: z.ZodType<Accuracy> = z
  .object({
    days: z.number(),
    lateness: z.object({ fired: z.number(), p50Seconds: z.number().nullable(), p99Seconds: z.number().nullable() }),
    undelivered: z.array(z.object({ channel: z.string(), failed: z.number(), unknown: z.number(), held: z.number() })),
    ledgers: z.object({ verifiedAt: instant, breaks: z.number() }).nullable(),
  })
  .openapi('Accuracy');

export const todaySchema: z.ZodType<Today> = z
  .object({
    ...work,
    awaitingEnterprise: z.number(),
    unassigned: z.number(),
    raised: z.number(),
    oldestUnassigned: z.object({ reference: z.string(), openedAt: instant }).nullable(),
    officers: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        title: z.string(),
        unitName: z.string(),
        isOnline: z.boolean(),
        isOnDuty: z.boolean(),
        isAbsent: z.boolean(),
        ...work,
      }),
    ),
    absences: z.array(
      z.object({
        officerName: z.string(),
        unitName: z.string(),
        from: instant,
        until: instant,
        reason: z.string().nullable(),
        substitute: z.string().nullable(),
        isNow: z.boolean(),
      }),
    ),
  })
  .openapi('Today');

const id = z.coerce.number().int().positive().optional();
export const dueChoices = ['soon', 'halfHour', 'today', 'paused'] as const satisfies readonly DueChoice[];
const halfHourMinutes = 30;

/** What stands behind a figure, as parameters of a list of cases. */
export const figureQuery = {
  unit: id.openapi({ description: 'Id of the unit that has the case' }),
  assignee: id,
  enterprise: id.openapi({ description: 'Id of the enterprise' }),
  level: z.coerce
    .number()
    .pipe(z.literal([1, 2, 3, 4]))
    .optional(),
  unresolved: z.enum(['true', 'false']).optional(),
  due: z
    .enum(dueChoices)
    .optional()
    .openapi({
      description: `Not yet past and due within the next ${soonMinutes} minutes (soon) or ${halfHourMinutes} (halfHour), or before the desk's local day ends (today); or paused: every clock of the case that is open stands`,
    }),
  clock: clock.optional(),
  outcome: z.enum(['met', 'missed']).optional(),
  decidedFrom: day.optional().openapi({ description: 'The first day on which a promise was kept or broken' }),
  decidedTo: day.optional().openapi({ description: 'The last one, included' }),
};

const figureParts = z.object(figureQuery);
export type FigureQuestion = z.infer<typeof figureParts>;

export function figureFilterOf(query: FigureQuestion, now: Date, zone: string): FigureFilter {
  const { unit, assignee, enterprise, level, unresolved, due, clock: kind, outcome, decidedFrom, decidedTo } = query;
  const days = { from: decidedFrom ?? decidedTo, until: decidedTo ?? decidedFrom };
  return {
    unitId: unit,
    assigneeId: assignee,
    enterpriseId: enterprise,
    level,
    unresolved: unresolved === 'true',
    dueBefore: dueBefore(due, now, zone),
    isPaused: due === 'paused',
    ...(days.from === undefined || days.until === undefined
      ? {}
      : {
          decided: {
            ...{ clock: kind, outcome },
            from: dayWindow({ from: days.from }, now, zone).from,
            until: dayWindow({ asOf: days.until }, now, zone).until ?? now,
          },
        }),
  };
}

/** Until when something has to be due: the desk says when its day ends, whatever the reader's clock shows. */
function dueBefore(due: FigureQuestion['due'], now: Date, zone: string): Date | undefined {
  if (due === 'soon') return new Date(now.getTime() + soonMinutes * 60_000);
  if (due === 'halfHour') return new Date(now.getTime() + halfHourMinutes * 60_000);
  if (due === 'today') return dayWindow({ asOf: localDate(now, zone) }, now, zone).until ?? now;
  return undefined;
}
