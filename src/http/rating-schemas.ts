import { z } from '@hono/zod-openapi';
import type { RatingBreakdown } from '../reports/ratings/breakdown.ts';
import type { FlagView } from '../reports/ratings/flag-list.ts';
import type { OwnFigures } from '../reports/ratings/own-figures.ts';
import type { PublicTable } from '../reports/ratings/public-table.ts';
import type { RatingSummary } from '../reports/ratings/summary.ts';
import type { Figures } from '../rules/rating/figures.ts';
import { day } from './organisation-schemas.ts';

/** The shapes of the reports on ratings for the description of the API. The compiler holds the two together. */

const share = z.number().nullable();
const count = z.number();

const figureFields = {
  ratings: count,
  distribution: z
    .tuple([count, count, count, count, count])
    .readonly()
    .openapi({
      type: 'array',
      items: { type: 'number' },
      description: 'Ratings of level 1, 2, 3, 4 and 5',
    }),
  satisfied: count,
  satisfiedShare: share,
  mean: share,
  low: count,
  declarations: count.nullable(),
  responseRate: share,
};
const figures: z.ZodType<Figures> = z.object(figureFields).openapi('RatingFigures');

const unit = z.object({ id: z.number(), name: z.string() });
const basis = z.enum(['exact', 'published']);
export const grain = z.enum(['day', 'week', 'month', 'quarter', 'year']);
export const by = z.enum(['unit', 'team', 'step', 'officer', 'association']);

export const summarySchema: z.ZodType<RatingSummary> = z
  .object({
    basis,
    from: day,
    to: day,
    unit,
    path: z.array(unit),
    step: z.string().nullable(),
    figures,
    compared: z.object({ from: day, to: day, figures }).nullable(),
    grain,
    series: z.array(z.object({ from: z.string(), ...figureFields })),
    loop: z
      .object({
        low: count,
        verified: count,
        contacted: count,
        decided: count,
        told: count,
        acted: count,
        checked: count,
        contactedDays: share,
        decidedDays: share,
        toldDays: share,
      })
      .nullable(),
    answers: z.object({ due: count, inTime: count, share }).nullable(),
    months: z.array(z.string()).nullable(),
  })
  .openapi('RatingSummary');

export const breakdownSchema: z.ZodType<RatingBreakdown> = z
  .object({
    by,
    basis,
    from: day,
    to: day,
    unit,
    rows: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        parts: z.array(z.string()).readonly(),
        ...figureFields,
        shrunkShare: share,
      }),
    ),
    prior: z.object({ share: z.number(), weight: z.number() }),
  })
  .openapi('RatingBreakdown');

export const ownSchema: z.ZodType<OwnFigures> = z
  .object({
    smallestGroup: z.number(),
    total: figures.nullable(),
    department: figures.nullable(),
    quarters: z.array(z.object({ from: day, to: day, figures })),
    publishedUntil: z.string().nullable(),
  })
  .openapi('OwnRatings');

export const publicSchema: z.ZodType<PublicTable> = z
  .object({
    month: z.string(),
    publishedAt: z.iso.datetime(),
    months: z.array(z.string()),
    total: figures.nullable(),
    rows: z.array(z.object({ name: z.string(), figures })),
    answeredInTime: share,
  })
  .openapi('PublicRatings');

const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

export const flagSchema: z.ZodType<FlagView> = z
  .object({
    id: z.number(),
    kind: z.enum(['burst', 'selfDealing', 'implausibleSpeed', 'flood']),
    subject: z.object({ kind: z.enum(['unit', 'officer']), name: z.string() }),
    from: z.iso.datetime(),
    until: z.iso.datetime(),
    score: z.number(),
    because: z.record(z.string(), z.number()),
    raisedAt: z.iso.datetime(),
    state: z.enum(['open', 'confirmed', 'dismissed']),
    decidedBy: z.string().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    note: z.string().nullable(),
    ratings: z.array(z.object({ level, at: z.iso.datetime(), declaration: z.string(), enterprise: z.string() })),
  })
  .openapi('RatingFlag');
