import { z } from '@hono/zod-openapi';
import { channelNames } from '../channel/port.ts';
import type { CalendarPreview } from '../desk/calendars/preview-calendar.ts';
import { explainInWords } from '../rules/working-time/explain-in-words.ts';
import type { Explanation } from '../rules/working-time/working-time.ts';
import type { CalendarRow } from '../store/calendars.ts';
import { iso } from './case-views.ts';

const instant = z.iso.datetime();
const hours = z.array(z.object({ from: z.string(), until: z.string() })).readonly();
const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);

export const dayKind = z.enum(['holiday', 'makeupDay', 'closure']);

export const weeklySchema = z.object({
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
  saturday: hours,
  sunday: hours,
});

/** The weekdays on which a unit differs. */
export const someWeekdaysSchema = z.object({
  monday: hours.exactOptional(),
  tuesday: hours.exactOptional(),
  wednesday: hours.exactOptional(),
  thursday: hours.exactOptional(),
  friday: hours.exactOptional(),
  saturday: hours.exactOptional(),
  sunday: hours.exactOptional(),
});

export const datedDaySchema = z.object({
  date: z.string(),
  kind: dayKind,
  name: z.string(),
  /** How well the date is attested: two sources or more, one, or none yet. */
  confidence: z.enum(['2+', '1', 'unverified']),
  likeWeekday: weekday.exactOptional(),
  openings: hours.exactOptional(),
});

export const yearSchema = z.object({
  year: z.number().int().min(2000).max(2100),
  standing: z.enum(['approved', 'provisional']),
  note: z.string().exactOptional(),
});

const summaryFields = {
  id: z.number(),
  unitId: z.number().nullable(),
  unitName: z.string().nullable(),
  version: z.string(),
  standing: z.enum(['proposed', 'inForce', 'superseded', 'rejected']),
  note: z.string().nullable(),
  replacesId: z.number().nullable(),
  years: z.array(yearSchema).readonly(),
  proposedBy: z.string(),
  proposedAt: instant.nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  supersededAt: instant.nullable(),
  rejectedBy: z.string().nullable(),
  rejectedAt: instant.nullable(),
  rejectedBecause: z.string().nullable(),
};

export const calendarSummarySchema = z.object(summaryFields).openapi('CalendarSummary');

export const calendarSchema = z
  .object({
    ...summaryFields,
    zone: z.string(),
    weekly: weeklySchema,
    days: z.array(datedDaySchema).readonly(),
    /** What a unit does differently from the department; null for the department's own calendar. */
    override: z
      .object({
        version: z.union([z.string(), z.number()]),
        weekly: someWeekdaysSchema.exactOptional(),
        ignores: z.array(dayKind).readonly().exactOptional(),
        datedDays: z.array(datedDaySchema).readonly().exactOptional(),
      })
      .nullable(),
  })
  .openapi('Calendar');

export const previewSchema = z
  .object({
    /** Live cases that would go on by this version. */
    cases: z.number(),
    moves: z.array(
      z.object({
        /** Null for a report about conduct. */
        reference: z.string().nullable(),
        clock: z.enum(['acknowledge', 'firstResponse', 'resolution']),
        cycle: z.number(),
        /** Null where the year has no approved calendar. */
        fromDueAt: instant.nullable(),
        toDueAt: instant.nullable(),
      }),
    ),
  })
  .openapi('CalendarPreview');

const stretchFields = { from: instant, until: instant };

export const explanationSchema = z
  .object({
    version: z.string(),
    startAt: instant,
    dueAt: instant,
    workingMinutes: z.number(),
    counted: z.array(z.object(stretchFields)),
    skipped: z.array(
      z.object({
        ...stretchFields,
        because: z.enum(['lunch', 'outsideHours', 'weekend', 'holiday', 'closure']),
        name: z.string().nullable(),
        confidence: z.string().nullable(),
      }),
    ),
    makeupDays: z.array(datedDaySchema).readonly(),
    provisionalYears: z.array(z.number()).readonly(),
    sentences: z.array(z.string()),
  })
  .openapi('WorkingTimeExplanation');

export const warningsSchema = z
  .object({
    calendarYears: z.array(
      z.object({
        year: z.number(),
        standing: z.enum(['missing', 'provisional']),
        mattersFrom: instant,
        message: z.string(),
      }),
    ),
    /** Live cases whose deadline nobody can say until its year is approved. */
    undeterminedCases: z.number(),
    /** Our accounts on chat platforms that do not work, or soon will not. */
    accounts: z.array(
      z.object({
        channel: z.enum(channelNames),
        account: z.string(),
        state: z.enum(['warning', 'broken']),
        /** What an administrator has to do, in Vietnamese. */
        whatToDo: z.string(),
        endsAt: instant.nullable(),
        since: instant,
      }),
    ),
  })
  .openapi('Warnings');

export type WarningsView = z.infer<typeof warningsSchema>;

type NamedRow = CalendarRow & { unitName: string | null };

export function calendarSummary(row: NamedRow): z.infer<typeof calendarSummarySchema> {
  const { id, unitId, unitName, note, replacesId, proposedBy, approvedBy, rejectedBy, rejectedBecause } = row;
  return {
    id,
    unitId,
    unitName,
    version: String(row.definition.version),
    standing: standingOf(row),
    note,
    replacesId,
    years: row.definition.years,
    proposedBy,
    proposedAt: iso(row.proposedAt),
    approvedBy,
    approvedAt: iso(row.approvedAt),
    supersededAt: iso(row.supersededAt),
    rejectedBy,
    rejectedAt: iso(row.rejectedAt),
    rejectedBecause,
  };
}

function standingOf({ approvedAt, supersededAt, rejectedAt }: CalendarRow) {
  if (rejectedAt !== null) return 'rejected';
  if (approvedAt === null) return 'proposed';
  return supersededAt === null ? 'inForce' : 'superseded';
}

export function calendarView(row: NamedRow) {
  const { zone, weekly, datedDays } = row.definition;
  return { ...calendarSummary(row), zone, weekly, days: datedDays, override: row.override };
}

export function previewView({ cases, moves }: CalendarPreview): z.infer<typeof previewSchema> {
  return {
    cases,
    moves: moves.map((move) => ({ ...move, fromDueAt: iso(move.fromDueAt), toDueAt: iso(move.toDueAt) })),
  };
}

export function explanationView(explanation: Explanation) {
  return {
    version: String(explanation.calendarVersion),
    startAt: explanation.startAt.toISOString(),
    dueAt: explanation.endAt.toISOString(),
    workingMinutes: explanation.workingMilliseconds / 60_000,
    counted: explanation.counted.map(stretchView),
    skipped: explanation.skipped.map((stretch) => ({
      ...stretchView(stretch),
      because: stretch.because,
      name: 'name' in stretch ? stretch.name : null,
      confidence: 'name' in stretch ? stretch.confidence : null,
    })),
    makeupDays: explanation.makeupDays,
    provisionalYears: explanation.provisionalYears,
    sentences: explainInWords(explanation),
  };
}

function stretchView({ from, until }: { from: Date; until: Date }): { from: string; until: string } {
  return { from: from.toISOString(), until: until.toISOString() };
}
