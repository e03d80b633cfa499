import { z } from '@hono/zod-openapi';
import { channelNames } from '../channel/port.ts';
import type { CaseEventType } from '../rules/case/events.ts';
import { labelColours } from '../rules/case/labels.ts';
import { permissions, roles } from '../rules/visibility/permission-table.ts';
import { author, language, messageSchema } from './message-schema.ts';
import type {
  AlertView,
  AssignmentView,
  CaseCounts,
  CaseDetail,
  CaseListItem,
  CaseListPage,
  ExclusionView,
  LinkCodeView,
  LinkedChatView,
  OfficerView,
  RoutingTrialView,
  SessionView,
  StrandedView,
  TroubleView,
} from './views.ts';

/** The shapes of `views.ts` for the description of the API. The compiler holds the two together. */

const instant = z.iso.datetime();
export const caseKinds = ['issue', 'report', 'verification', 'question'] as const;
export const caseStates = ['open', 'awaitingEnterprise', 'awaitingResult', 'resolved', 'closed', 'merged'] as const;
const caseKind = z.enum(caseKinds);
const caseState = z.enum(caseStates);
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const stepName = z.enum([
  'registered',
  'documentCheck',
  'physicalInspection',
  'channelChange',
  'released',
  'stored',
  'cleared',
]);
const role = z.enum(roles);

const officerFields = { id: z.number(), name: z.string(), title: z.string(), role, unitName: z.string() };
export const officerSchema: z.ZodType<OfficerView> = z.object(officerFields).openapi('Officer');

export const sessionSchema: z.ZodType<SessionView> = z
  .object({
    officer: z.object({ ...officerFields, email: z.string() }),
    unacknowledgedAlerts: z.number(),
    watchingNews: z.number(),
    correctiveActions: z.number(),
    permissions: z.array(z.enum(permissions)),
    isDemonstration: z.boolean(),
    hasAssistant: z.boolean(),
    serverTime: instant,
  })
  .openapi('Session');

const clockFields = {
  kind: z.enum(['acknowledge', 'firstResponse', 'resolution']),
  cycle: z.number(),
  level,
  state: z.enum(['running', 'paused', 'met', 'broken', 'superseded']),
  dueAt: instant.nullable(),
  allowedMinutes: z.number(),
  stoppedAt: instant.nullable(),
  pausedBecause: z.string().nullable(),
};

const cardFields = {
  reference: z.string().openapi({ example: 'VM-2026-000123' }),
  kind: caseKind,
  state: caseState,
  level,
  enterprise: z.object({ name: z.string(), taxCode: z.string(), isVerified: z.boolean() }).nullable(),
  assignee: officerSchema.nullable(),
  unitName: z.string(),
  category: z.string(),
  categoryLabel: z.string(),
  urgent: z.boolean(),
  description: z.string(),
  lastMessage: z.object({ author, text: z.string(), at: instant }).nullable(),
  channel: z.string().nullable(),
  openedAt: instant,
  nextDueAt: instant.nullable(),
  labels: z.array(z.object({ id: z.number(), name: z.string(), colour: z.enum(labelColours) }).openapi('LabelOnCase')),
  clocks: z.array(z.object(clockFields).openapi('Clock')),
};

export const cardSchema: z.ZodType<CaseListItem> = z.object(cardFields).openapi('CaseListItem');
export const casePageSchema: z.ZodType<CaseListPage> = z
  .object({ items: z.array(cardSchema), nextCursor: z.string().nullable() })
  .openapi('CaseListPage');

export const caseCountsSchema: z.ZodType<CaseCounts> = z
  .object({ mine: z.number(), unassigned: z.number(), all: z.number(), overdue: z.number() })
  .openapi('CaseCounts');

export const eventTypes = [
  'opened',
  'assigned',
  'taken',
  'enterpriseWrote',
  'replied',
  'replyDelivered',
  'replyNotDelivered',
  'noted',
  'informationRequested',
  'resultAwaited',
  'resultArrived',
  'interimReplied',
  'clockBroken',
  'raised',
  'verified',
  'resolved',
  'notSolved',
  'closed',
  'reopened',
  'alerted',
  'alertAcknowledged',
  'transferred',
  'calendarChanged',
  'merged',
  'absorbed',
  'checked',
  'labelled',
  'unlabelled',
  'exclusionAdded',
  'exclusionLiftAsked',
  'exclusionLifted',
  'redacted',
] as const satisfies readonly CaseEventType[];

const assignmentSchema: z.ZodType<AssignmentView> = z
  .object({
    because: z.object({
      unit: z.string().nullable(),
      officer: z.string(),
      rule: z.object({ precedence: z.number(), note: z.string() }).nullable(),
      step: stepName.nullable(),
    }),
    sentence: z.string().openapi({ example: 'Giao cho Nguyễn Thị Lan vì đang trực và đang giữ ít việc nhất.' }),
  })
  .openapi('Assignment');

export const routingTrialSchema: z.ZodType<RoutingTrialView> = z
  .object({
    unit: z.object({ code: z.string(), name: z.string() }),
    officer: officerSchema.nullable(),
    assignment: assignmentSchema,
  })
  .openapi('RoutingTrial');

export const strandedSchema: z.ZodType<StrandedView[]> = z.array(
  z.object({ kind: caseKind, unitName: z.string(), openedAt: instant }).openapi('StrandedCase'),
);

export const exclusionsSchema: z.ZodType<ExclusionView[]> = z.array(
  z
    .object({
      officer: z.object({ id: z.number(), name: z.string(), title: z.string() }),
      because: z.string(),
      liftAsked: z.object({ by: z.string(), because: z.string(), at: instant }).nullable(),
    })
    .openapi('Exclusion'),
);

export const caseDetailSchema: z.ZodType<CaseDetail> = z
  .object({
    ...cardFields,
    assignment: assignmentSchema.nullable(),
    officeCode: z.string().nullable(),
    officeName: z.string().nullable(),
    declarationNo: z.string().nullable(),
    declaration: z
      .object({
        number: z.string(),
        state: z.enum(['registered', 'inspecting', 'released', 'stored', 'cleared', 'cancelled']),
        stateAt: instant,
        channel: z.enum(['green', 'yellow', 'red']).nullable(),
        typeCode: z.string().nullable(),
      })
      .nullable(),
    contactName: z.string().nullable(),
    language,
    lastEventOrdinal: z.number(),
    deadlines: z.array(
      z
        .object({
          ...clockFields,
          startedAt: instant,
          source: z.string(),
          policyName: z.string(),
          calendarVersion: z.string(),
          explanation: z.array(z.string()),
        })
        .openapi('Deadline'),
    ),
    statutory: z.array(
      z
        .object({
          matter: z.string(),
          limit: z.string(),
          article: z.string(),
          binds: z.enum(['customs', 'enterprise']),
          confidence: z.enum(['2+', '1', 'unverified']),
        })
        .openapi('StatutoryLimit'),
    ),
    messages: z.array(messageSchema),
    events: z.array(
      z
        .object({ ordinal: z.number(), type: z.enum(eventTypes), text: z.string(), by: z.string(), at: instant })
        .openapi('CaseEvent'),
    ),
    satisfaction: z.object({ level: z.number().int().min(1).max(5), comment: z.string().nullable() }).nullable(),
  })
  .openapi('CaseDetail');

export const alertsSchema: z.ZodType<AlertView[]> = z.array(
  z
    .object({
      id: z.number(),
      kind: z.enum(['assigned', 'reminder', 'raised', 'unacknowledged', 'message']),
      reference: z.string(),
      enterprise: z.string().nullable(),
      level,
      text: z.string(),
      createdAt: instant,
      deliveredAt: instant.nullable(),
      acknowledgedAt: instant.nullable(),
      needsAcknowledgement: z.boolean(),
    })
    .openapi('Alert'),
);

export const linkCodeSchema: z.ZodType<LinkCodeView> = z
  .object({ code: z.string(), expiresAt: instant, telegramLink: z.string().nullable() })
  .openapi('LinkCode');

export const linkedChatsSchema: z.ZodType<LinkedChatView[]> = z.array(
  z
    .object({
      id: z.number(),
      channel: z.enum(channelNames),
      displayName: z.string().nullable(),
      linkedAt: instant,
      isReachable: z.boolean(),
    })
    .openapi('LinkedChat'),
);

export const troublesSchema: z.ZodType<TroubleView[]> = z.array(
  z
    .object({
      id: z.number(),
      where: z.enum(['inbox', 'outbox', 'ladder']),
      state: z.string(),
      channel: z.string(),
      at: instant,
      since: instant,
      attempts: z.number(),
      isAsking: z.boolean(),
      problem: z.string().nullable(),
      excerpt: z.string(),
      caseReference: z.string().nullable(),
    })
    .openapi('Trouble'),
);

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');

export const caseReference = z.string().max(40).openapi({ example: 'VM-2026-000123' });

/** A JSON answer of an endpoint. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** A required JSON body of an endpoint. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } };
}

/** Words a person wrote, as the database can keep them: trimmed, without NUL and half characters, not empty. */
export const writtenText = z
  .string()
  .transform((text) => text.replaceAll('\u0000', '').toWellFormed().trim())
  .pipe(z.string().min(1, 'Nội dung không được để trống').max(10_000, 'Nội dung dài tối đa 10.000 ký tự'));
