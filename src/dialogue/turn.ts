import type { AnnouncedFile, Incoming, Outgoing } from '../channel/port.ts';
import type { Act } from '../desk/act.ts';
import type { Actor } from '../rules/case/words.ts';
import type { ContactFacts, ConversationRow } from '../store/conversations.ts';
import type { Understood } from './advice/advised.ts';
import type { EnterprisePhrases } from './phrases/phrases.ts';
import type { Aside, DialogueState } from './state.ts';

/** One message of a person and everything the dialogue needs to answer it. */
export interface Turn {
  act: Act;
  by: Actor;
  conversation: ConversationRow;
  contact: ContactFacts | null;
  consent: 'given' | 'declined' | 'withdrawn' | null;
  phrases: EnterprisePhrases;
  incoming: Incoming;
  /** The stored message. */
  messageId: number;
  /** Typed text or a caption; empty for a button. */
  text: string;
  /** The files that will be here; what the platform does not hand over is not among them. */
  files: readonly AnnouncedFile[];
  /** What the text means; null when there is none. */
  understood: Understood | null;
  /** The case of the bot's message that this one replies to. */
  repliesToCase: string | null;
  state: DialogueState;
  /** The form that waits while something else is talked about; null when none does. */
  aside: Aside | null;
  /** True once the form that was open is sent or given up, so that nothing of it waits. */
  formIsOver: boolean;
  /** Says something after the transaction; the order of calls is the order of messages. */
  say(message: Outgoing, caseId?: number | null): Promise<void>;
  /** Where the dialogue stands after this message. */
  go(state: DialogueState): void;
}
