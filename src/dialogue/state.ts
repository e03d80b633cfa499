import { z } from 'zod';
import { categoryCodes } from '../rules/identity/categories.ts';

/** What the person is telling us, until it is a case. */
const draft = z.object({
  kind: z.enum(['issue', 'question', 'report']),
  description: z.string(),
  declarationNo: z.string().nullable(),
  officeCode: z.string().nullable(),
  /** True when the person named an office that could be two. */
  officeIsAmbiguous: z.boolean(),
  category: z.enum(categoryCodes as [(typeof categoryCodes)[number], ...(typeof categoryCodes)[number][]]).nullable(),
  urgent: z.boolean(),
  messageIds: z.array(z.number()),
  fileCount: z.number(),
});

const state = z.discriminatedUnion('at', [
  z.object({ at: z.literal('idle') }),
  /** First contact: what was said is held until the person has answered. */
  z.object({ at: z.literal('consent'), held: z.string(), heldMessageIds: z.array(z.number()), heldFiles: z.number() }),
  z.object({ at: z.literal('describing'), draft }),
  z.object({
    at: z.literal('card'),
    draft,
    asking: z.enum(['description', 'declaration', 'office', 'category']).nullable(),
  }),
  /** A message that could belong to several cases. */
  z.object({ at: z.literal('whichCase'), text: z.string(), messageIds: z.array(z.number()), fileCount: z.number() }),
  /** The next messages and files go to this case. */
  z.object({ at: z.literal('adding'), reference: z.string() }),
]);

export type Draft = z.infer<typeof draft>;
export type DialogueState = z.infer<typeof state>;

/** Reads a stored state. One that this version does not know starts afresh: the person is asked, not stuck. */
export function readState(stored: unknown): DialogueState {
  const parsed = state.safeParse(stored);
  return parsed.success ? parsed.data : { at: 'idle' };
}

export function emptyDraft(kind: Draft['kind']): Draft {
  return {
    kind,
    description: '',
    declarationNo: null,
    officeCode: null,
    officeIsAmbiguous: false,
    category: null,
    urgent: false,
    messageIds: [],
    fileCount: 0,
  };
}
