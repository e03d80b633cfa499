import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type Outlook, outlookOf } from '../channel/delivery/outlook.ts';
import { channelNames } from '../channel/port.ts';
import { NotFound } from '../errors.ts';
import { caseCard } from '../store/case-lists.ts';
import { conversationById } from '../store/conversations.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { iso } from './case-views.ts';
import { fileLimitsSchema, fileLimitsView, limitsFor } from './file-carriage.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { caseReference, json } from './view-schemas.ts';

const outlookSchema = z
  .object({
    /** Null where the case hangs on no chat: it cannot be answered there. */
    chat: z
      .object({
        channel: z.enum(channelNames),
        state: z.enum(['open', 'charged', 'closed', 'blocked', 'off']),
        changesAt: z.iso.datetime().nullable().openapi({ description: 'When the window narrows by itself' }),
        sends: z.enum(['here', 'elsewhere', 'waits', 'fails']),
        elsewhere: z.enum(channelNames).nullable(),
        knock: z.enum(['willBe', 'hasBeen', 'cannot']),
        wroteAt: z.iso.datetime().nullable().openapi({ description: 'When the person last did something there' }),
      })
      .nullable(),
    files: z.object({ reply: fileLimitsSchema, note: fileLimitsSchema }),
  })
  .openapi('ReplyOutlook');
export type OutlookView = z.infer<typeof outlookSchema>;

const outlook = createRoute({
  method: 'get',
  path: '/cases/{reference}/outlook',
  summary: 'What would become of an answer written now, and which files could go along',
  request: { params: z.object({ reference: caseReference }) },
  responses: { 200: json(outlookSchema, 'By the rules that delivery itself follows') },
});

/** How an answer would travel, before it is written. */
export function outlookRoutes({ desk, config, channels = [] }: Pick<HttpParts, 'desk' | 'config' | 'channels'>) {
  const { db } = desk.database;

  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed }).openapi(outlook, async (context) => {
    const { reference } = context.req.valid('param');
    const card = await caseCard(db, context.var.reader.sight, reference);
    if (card === null) throw new NotFound(`vụ việc ${reference}`);
    const { id: caseId, conversationId } = card.row;
    const conversation = conversationId === null ? null : await conversationById(db, conversationId);
    const expected = conversation === null ? null : await outlookOf({ desk, channels }, conversation, caseId);
    const limits = (mode: 'reply' | 'note') => fileLimitsView(limitsFor(mode, card.channel), config.publicUrl);
    return context.json(
      {
        chat: expected === null ? null : chatView(expected, conversation?.lastInteractionAt ?? null),
        files: { reply: limits('reply'), note: limits('note') },
      },
      200,
    );
  });
}

function chatView({ chat: state, changesAt, ...rest }: Outlook, wroteAt: Date | null): OutlookView['chat'] {
  return { ...rest, state, changesAt: iso(changesAt), wroteAt: iso(wroteAt) };
}
