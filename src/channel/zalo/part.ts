import { z } from 'zod';

const language = z.enum(['vi', 'en', 'ko']);
export type PartLanguage = z.infer<typeof language>;

/** One call to the platform as the outbox stores it. A button's value is sealed for the person only when it goes out. */
export const zaloPart = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    text: z.string(),
    buttons: z.array(z.strictObject({ title: z.string(), value: z.string() })).optional(),
  }),
  z.strictObject({
    kind: z.literal('file'),
    fileId: z.int(),
    name: z.string(),
    mediaType: z.string(),
    size: z.int(),
    language,
  }),
  /** An approved template: all that may be said once the window is closed. */
  z.strictObject({ kind: z.literal('template'), templateId: z.string(), data: z.record(z.string(), z.string()) }),
]);
export type ZaloPart = z.infer<typeof zaloPart>;
