import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { draftReply } from '../desk/assistant/draft-reply.ts';
import { translateReply } from '../desk/assistant/translate-reply.ts';
import { Conflict } from '../errors.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import { runFigures, spentOn } from '../store/assistant-runs.ts';
import { administratorOnly } from './administrator-only.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { caseReference, json, jsonBody, writtenText } from './view-schemas.ts';

const draftSchema = z
  .object({
    draft: z
      .object({
        draftId: z.number(),
        text: z.string(),
        sources: z.array(z.object({ address: z.string(), quote: z.string() })).readonly(),
      })
      .nullable()
      .openapi({ description: 'Null where the model has nothing usable to say in its time' }),
  })
  .openapi('DraftedReply');
export type DraftView = NonNullable<z.infer<typeof draftSchema>['draft']>;

const translationSchema = z
  .object({
    translation: z
      .object({ translationId: z.number(), to: z.enum(['vi', 'en', 'ko']), text: z.string() })
      .nullable()
      .openapi({ description: 'Null where none is needed, or none came in time' }),
  })
  .openapi('TranslatedReply');
export type TranslationView = NonNullable<z.infer<typeof translationSchema>['translation']>;

const figuresSchema = z
  .object({
    isOn: z.boolean(),
    /** US dollars a day; 0 while it is off. */
    dailyBudgetUsd: z.number(),
    spentTodayUsd: z.number(),
    from: z.iso.date(),
    runs: z.array(
      z.object({
        day: z.iso.date(),
        job: z.enum(['understand', 'answer', 'draft', 'summarise', 'translate']),
        outcome: z.string(),
        count: z.number(),
        costUsd: z.number(),
        tokensIn: z.number(),
        tokensOut: z.number(),
        medianMilliseconds: z.number(),
        p95Milliseconds: z.number(),
        used: z.number(),
        meanChanged: z.number().nullable(),
      }),
    ),
  })
  .openapi('AssistantFigures');
export type AssistantFiguresView = z.infer<typeof figuresSchema>;

const drafts = createRoute({
  method: 'post',
  path: '/cases/{reference}/drafts',
  summary: 'Ask the language model what might be answered; nothing is sent',
  request: { params: z.object({ reference: caseReference }) },
  responses: { 200: json(draftSchema, 'A draft with its sources. Give its id with the reply that it became') },
});

const translations = createRoute({
  method: 'post',
  path: '/cases/{reference}/translations',
  summary: 'An answer in the language of the enterprise, to look at before it is sent',
  request: { params: z.object({ reference: caseReference }), body: jsonBody(z.object({ text: writtenText })) },
  responses: { 200: json(translationSchema, 'Give its id with the reply to send it below the Vietnamese words') },
});

const figures = createRoute({
  method: 'get',
  path: '/assistant/figures',
  summary: 'What the language model cost, how long it took and what became of it, by day, job and outcome',
  request: { query: z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }) },
  responses: { 200: json(figuresSchema, 'For administrators') },
});

export function assistantRoutes({ desk, assistant }: Pick<HttpParts, 'desk' | 'assistant'>) {
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed })
    .openapi(drafts, async (context) => {
      const { actor } = context.var.reader;
      const draft = await draftReply(desk, switchedOn(assistant), actor, context.req.valid('param'));
      return context.json({ draft }, 200);
    })
    .openapi(translations, async (context) => {
      const { actor } = context.var.reader;
      const wish = { ...context.req.valid('param'), ...context.req.valid('json') };
      return context.json({ translation: await translateReply(desk, switchedOn(assistant), actor, wish) }, 200);
    })
    .openapi(figures, async (context) => {
      administratorOnly(context.var.reader, 'xem số liệu của trợ lý');
      const { db } = desk.database;
      const now = desk.clock.now();
      const { days } = context.req.valid('query');
      const from = localDate(new Date(now.getTime() - (days - 1) * 86_400_000), desk.zone);
      const view: AssistantFiguresView = {
        isOn: assistant !== null,
        dailyBudgetUsd: (assistant?.dailyBudgetMicros ?? 0) / 1_000_000,
        spentTodayUsd: (await spentOn(db, localDate(now, desk.zone))) / 1_000_000,
        from,
        runs: (await runFigures(db, from)).map(({ costMicros, meanChangedPerMille, ...run }) => ({
          ...run,
          costUsd: costMicros / 1_000_000,
          meanChanged: meanChangedPerMille === null ? null : meanChangedPerMille / 1000,
        })),
      };
      return context.json(view, 200);
    });
}

function switchedOn(assistant: HttpParts['assistant']): NonNullable<HttpParts['assistant']> {
  if (assistant === null) throw new Conflict('assistantOff', 'Trợ lý ngôn ngữ chưa được bật trên hệ thống này.');
  return assistant;
}
