import { z } from '@hono/zod-openapi';
import type { MessageView } from './views.ts';

const instant = z.iso.datetime();
export const language = z.enum(['vi', 'en', 'ko']);
export const author = z.enum(['person', 'bot', 'officer']);

const fileSchema = z.object({
  id: z.number(),
  name: z.string(),
  mediaType: z.string().nullable(),
  size: z.number().nullable(),
  state: z.enum(['announced', 'stored', 'tooLarge', 'refusedType', 'gone']),
  url: z.string(),
});

export const messageSchema: z.ZodType<MessageView> = z
  .object({
    id: z.number(),
    author,
    officer: z.object({ name: z.string(), title: z.string() }).nullable(),
    isNote: z.boolean(),
    text: z.string(),
    choices: z.array(z.string()),
    earlierTexts: z.array(z.object({ text: z.string(), until: instant })),
    translation: z.object({ from: language, text: z.string() }).nullable(),
    detail: z
      .discriminatedUnion('kind', [
        z.object({
          kind: z.literal('place'),
          latitude: z.number(),
          longitude: z.number(),
          label: z.string().nullable(),
        }),
        z.object({
          kind: z.literal('contactCard'),
          name: z.string().nullable(),
          phone: z.string(),
          isVouched: z.boolean(),
        }),
      ])
      .nullable(),
    mentions: z.array(z.object({ id: z.number(), name: z.string() })),
    at: instant,
    channel: z.string().nullable(),
    delivery: z.enum(['queued', 'sending', 'held', 'sent', 'delivered', 'read', 'failed', 'unknown']).nullable(),
    sentAt: instant.nullable(),
    deliveredAt: instant.nullable(),
    readAt: instant.nullable(),
    divertedFrom: z.string().nullable(),
    problem: z.string().nullable(),
    files: z.array(fileSchema),
  })
  .openapi('Message');
