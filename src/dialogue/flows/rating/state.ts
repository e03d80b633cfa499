import { z } from 'zod';

const number11 = z.string().regex(/^\d{11}$/u);
const subject = z.string();
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

/** Where a rating stands between two messages. */
export const ratingState = z.object({
  at: z.literal('rating'),
  doing: z.discriminatedUnion('what', [
    /** Which declaration? A level said already waits for it. */
    z.object({ what: z.literal('choosing'), level: level.nullable() }),
    z.object({ what: z.literal('level'), number11, subject }),
    /** Rated; words and photos that come now belong to it. */
    z.object({ what: z.literal('details'), number11, subject, level }),
    z.object({ what: z.literal('case'), reference: z.string() }),
    /** Which of a message's declarations had a problem? */
    z.object({ what: z.literal('problems') }),
  ]),
  /** The message with several declarations that is being gone through, up to which of its invitations. */
  digest: z.object({ id: z.number(), way: z.enum(['each', 'some']), after: z.number() }).nullable(),
  /** ISO instant; what is written long afterwards is about something else. */
  since: z.string(),
});

export type RatingState = z.infer<typeof ratingState>;
