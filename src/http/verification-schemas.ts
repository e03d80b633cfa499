import { z } from '@hono/zod-openapi';
import { stages } from '../rules/rating/verification-funnel.ts';
import type {
  ActionView,
  VerificationCard,
  VerificationDetail,
  VerificationFunnel,
  VerificationPage,
} from './verification-views.ts';

/** The shapes of `verification-views.ts` for the description of the API. The compiler holds the two together. */

const instant = z.iso.datetime();
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
export const outcome = z.enum(['substantiated', 'unsubstantiated', 'unclear']);
export const stage = z.enum(stages);
const step = z.enum([
  'registered',
  'documentCheck',
  'physicalInspection',
  'channelChange',
  'released',
  'stored',
  'cleared',
]);

const rated = z.object({
  kind: z.enum(['declaration', 'unit', 'team', 'step', 'officer']),
  name: z.string().nullable(),
});

const cardSchema: z.ZodType<VerificationCard> = z
  .object({
    id: z.number(),
    reference: z.string().openapi({ example: 'DG-2026-000012' }),
    level,
    subject: z.string(),
    rated,
    declarationNo: z.string().nullable(),
    enterprise: z.string(),
    unitName: z.string().nullable(),
    assignee: z.string().nullable(),
    stage,
    ratedAt: instant,
    openedAt: instant,
    nextDueAt: instant.nullable(),
    isOverdue: z.boolean(),
    outcome: outcome.nullable(),
    isAppeal: z.boolean(),
    isAppealed: z.boolean(),
    actions: z.number(),
    actionsLeft: z.number(),
  })
  .openapi('VerificationCard');

export const verificationPageSchema: z.ZodType<VerificationPage> = z
  .object({
    items: z.array(cardSchema),
    counts: z.object({ open: z.number(), overdue: z.number(), decided: z.number(), all: z.number() }),
    nextBefore: z.number().nullable(),
  })
  .openapi('VerificationPage');

export const funnelSchema: z.ZodType<VerificationFunnel> = z
  .object({
    ratings: z.number(),
    stages: z.array(z.object({ stage, count: z.number(), medianWorkingDays: z.number().nullable() })),
  })
  .openapi('VerificationFunnel');

const actionSchema: z.ZodType<ActionView> = z
  .object({
    id: z.number(),
    what: z.string(),
    owner: z.object({ id: z.number(), name: z.string(), title: z.string(), unitName: z.string() }),
    dueOn: z.iso.date(),
    stage: z.enum(['open', 'overdue', 'awaitingCheck', 'checkOverdue', 'checked']),
    doneAt: instant.nullable(),
    doneNote: z.string().nullable(),
    checkAfterDays: z.union([z.literal(30), z.literal(90)]),
    checkDueOn: z.iso.date().nullable(),
    checkedAt: instant.nullable(),
    checkedBy: z.string().nullable(),
    isEffective: z.boolean().nullable(),
    checkNote: z.string().nullable(),
    reference: z.string().nullable(),
  })
  .openapi('CorrectiveAction');

export const actionsSchema = z.array(actionSchema);

export const verificationDetailSchema: z.ZodType<VerificationDetail> = z
  .object({
    reference: z.string(),
    declaration: z.object({
      number: z.string(),
      channel: z.enum(['green', 'yellow', 'red']).nullable(),
      registeredAt: instant,
    }),
    ratings: z.array(
      z.object({
        level,
        subject: z.string(),
        rated,
        reasons: z.array(z.string()),
        reasonCodes: z.array(z.string()),
        comment: z.string().nullable(),
        hadNoContact: z.boolean(),
        ratedAt: instant,
        isDuringProcedure: z.boolean(),
        earlier: z.array(z.object({ level, at: instant })),
      }),
    ),
    steps: z.array(
      z.object({
        step,
        label: z.string(),
        at: instant,
        officerName: z.string().nullable(),
        unitName: z.string().nullable(),
        team: z.string().nullable(),
        limit: z
          .object({ usedMinutes: z.number(), allowedMinutes: z.number(), dueAt: instant, isOver: z.boolean() })
          .nullable(),
      }),
    ),
    outcome: z
      .object({
        outcome,
        finding: z.string(),
        told: z.string(),
        decidedBy: z.string().nullable(),
        decidedAt: instant,
        toldAt: instant.nullable(),
      })
      .nullable(),
    appealOf: z.string().nullable(),
    isAppeal: z.boolean(),
    appealedAt: instant.nullable(),
    mayDecide: z.boolean(),
    mayOrder: z.boolean(),
    actions: z.array(actionSchema),
  })
  .openapi('Verification');
