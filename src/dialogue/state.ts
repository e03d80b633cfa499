import { z } from 'zod';
import { categoryCodes } from '../rules/identity/categories.ts';
import { lookUpState } from './flows/look-up/state.ts';
import { ratingState } from './flows/rating/state.ts';
import { intents } from './understanding/intent.ts';
import { urgencyReasons } from './understanding/urgency.ts';

const category = z.enum(categoryCodes as [(typeof categoryCodes)[number], ...(typeof categoryCodes)[number][]]);

/** What the person is telling us, until it is a case. */
const draft = z.object({
  kind: z.enum(['issue', 'question', 'report']),
  /** For which of several enterprises; null while nothing says so. */
  enterpriseId: z.number().nullable().default(null),
  description: z.string(),
  declarationNo: z.string().nullable(),
  officeCode: z.string().nullable(),
  /** True when the person named an office that could be two. */
  officeIsAmbiguous: z.boolean(),
  category: category.nullable(),
  /** The next guesses, where the category is none to rely on. */
  guesses: z.array(category).default([]),
  /** True once the person named the category. */
  categoryIsChosen: z.boolean().default(false),
  urgent: z.boolean(),
  /** What in the words makes it urgent; null where the person pressed the button. */
  urgentBecause: z.enum(urgencyReasons).nullable().default(null),
  messageIds: z.array(z.number()),
  fileCount: z.number(),
  /** The look-up whose answer was not the right one. */
  lookupId: z.number().nullable().default(null),
  /** The message read as two matters, while nobody has said that it is one. */
  matters: z.object({ first: z.string(), second: z.string() }).nullable().default(null),
  /** The words of a second matter, which follows once this one is sent. */
  rest: z.string().nullable().default(null),
});

/** A form that waits while the person asks something else. */
const aside = z.object({
  draft,
  /** ISO instant. */
  since: z.string(),
});

/** What an officer is about to tell an enterprise. */
const answer = z.object({
  reference: z.string(),
  /** Null where the case is only declared answered. */
  text: z.string().nullable(),
  next: z.enum(['nothing', 'awaitEnterprise', 'resolve']),
  /** The officer's own messages whose files go along. */
  fileMessageIds: z.array(z.number()),
});

/** What the bot has asked an officer. */
const officerQuestion = z.discriminatedUnion('about', [
  z.object({ about: z.literal('nothing') }),
  /** The next message is the answer to this case. */
  z.object({ about: z.literal('content'), reference: z.string(), next: answer.shape.next }),
  /** Shown as the enterprise will read it, waiting for a yes. */
  z.object({ about: z.literal('sending'), answer }),
  /** Which case the words are for. */
  z.object({ about: z.literal('whichCase'), text: z.string(), fileMessageIds: z.array(z.number()) }),
  /** Why the case is passed on; the next message is the reason. */
  z.object({ about: z.literal('passing'), reference: z.string(), to: z.union([z.number(), z.literal('above')]) }),
]);

const position = z.discriminatedUnion('at', [
  z.object({ at: z.literal('idle') }),
  /** First contact: what was said is held until the person has answered. */
  z.object({
    at: z.literal('consent'),
    held: z.string(),
    heldMessageIds: z.array(z.number()),
    heldFiles: z.number(),
    /** The code of an enterprise that came with it. */
    heldCode: z.string().optional(),
    /** What the words held become, if not an issue. */
    heldKind: z.literal('question').optional(),
  }),
  z.object({ at: z.literal('describing'), draft }),
  z.object({
    at: z.literal('card'),
    draft,
    asking: z.enum(['description', 'declaration', 'office', 'category', 'enterprise']).nullable(),
  }),
  /** A message that could belong to several cases. */
  z.object({ at: z.literal('whichCase'), text: z.string(), messageIds: z.array(z.number()), fileCount: z.number() }),
  /** A message that may want several things: the person was asked which. */
  z.object({
    at: z.literal('meaning'),
    text: z.string(),
    messageIds: z.array(z.number()),
    fileCount: z.number(),
    guessed: z.enum(intents),
  }),
  /** The next messages and files go to this case. */
  z.object({ at: z.literal('adding'), reference: z.string() }),
  /** The person proves for whom they speak: names the enterprise, then sends proof. */
  z.object({
    at: z.literal('verifying'),
    named: z.object({ enterpriseId: z.number() }).nullable(),
    messageIds: z.array(z.number()),
  }),
  ratingState,
  lookUpState,
  z.object({ at: z.literal('officer'), asked: officerQuestion }),
]);

const state = position.and(z.object({ aside: aside.optional() }));

export type Aside = z.infer<typeof aside>;
export type OfficerAnswer = z.infer<typeof answer>;
export type OfficerQuestion = z.infer<typeof officerQuestion>;
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
    enterpriseId: null,
    description: '',
    declarationNo: null,
    officeCode: null,
    officeIsAmbiguous: false,
    category: null,
    guesses: [],
    categoryIsChosen: false,
    urgent: false,
    urgentBecause: null,
    messageIds: [],
    fileCount: 0,
    lookupId: null,
    matters: null,
    rest: null,
  };
}
