import { z } from 'zod';

/** Characters a person may send in one message. */
export const longestText = 20_000;
export const mostFiles = 10;

/** The SHA-256 of a session's secret, so that what is stored opens nobody's chat. */
export const webAddress = z.string().regex(/^[\w-]{43}$/);
export const clientId = z.string().regex(/^[\w-]{1,64}$/);
export const choiceValue = z.string().regex(/^[\x20-\x7e]{1,64}$/);

const envelope = {
  address: webAddress,
  /** Made by the page, so that a message sent again after a lost answer stays one message. */
  clientId,
  senderName: z.string().nullable(),
  language: z.enum(['vi', 'en']).nullable(),
  replyTo: z.string().max(64).nullable(),
};

const file = z.object({ ref: z.string(), name: z.string(), mediaType: z.string(), size: z.int().nonnegative() });

/** One delivery of the web chat as the inbox keeps it. We write it ourselves, from what the page sent. */
export const webDelivery = z.discriminatedUnion('kind', [
  z.object({ ...envelope, kind: z.literal('text'), text: z.string() }),
  z.object({ ...envelope, kind: z.literal('choice'), value: choiceValue }),
  z.object({ ...envelope, kind: z.literal('files'), text: z.string(), files: z.array(file).min(1).max(mostFiles) }),
]);
export type WebDelivery = z.infer<typeof webDelivery>;

/** A delivery of a kind that this version does not know: a newer page wrote it. */
export const otherDelivery = z.object({ ...envelope, kind: z.string().regex(/^\w{1,40}$/) });
