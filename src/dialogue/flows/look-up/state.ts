import { z } from 'zod';

/** What was looked up last, so that "khoản 2 là gì" and "còn phụ lục 4?" are understood. */
export const lookUpState = z.object({
  at: z.literal('lookingUp'),
  /** Whether the next words are a question, because we asked for one. */
  isAsked: z.boolean(),
  /** The article shown last, or only its appendix. */
  code: z.string().nullable(),
  article: z.string().nullable(),
  /** The words of whoever agreed to keeping them. */
  query: z.string().nullable(),
  lookupId: z.number().nullable(),
  /** The local day as of which it was asked, where somebody asked for another than today. */
  day: z.string().nullable(),
  /** ISO instant; what is written long afterwards is about something else. */
  since: z.string(),
});

export type LookUpState = z.infer<typeof lookUpState>;
