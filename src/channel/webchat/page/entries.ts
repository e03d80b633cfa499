import type { Choice } from '../../port.ts';
import type { ChatFileView } from '../view.ts';
import type { ThreadState } from './thread-state.ts';

/** One bubble. */
export interface Entry {
  key: string;
  author: 'person' | 'bot' | 'officer';
  text: string;
  files: ChatFileView[];
  choices: readonly (readonly Choice[])[];
  /** The value the person took under this message, as far as the thread shows. */
  chosen: string | null;
  /** The newest question: its buttons are the ones to press. */
  isLatest: boolean;
  replyKey: string | null;
  at: string;
  /** How far what the person said has come; null for what was said to them. */
  mark: 'sending' | 'kept' | 'handled' | 'failed' | null;
  clientId: string | null;
  refusal: string | null;
}

// The page sends it by itself to be greeted; nobody said it.
export const greetingCommand = '/start';

/** The thread as bubbles, oldest first. What the server has not yet shown back stands at the end. */
export function entriesOf({ messages, waiting, sending }: ThreadState): Entry[] {
  const labels = new Map(messages.flatMap(({ choices }) => choices.flat()).map(({ value, label }) => [value, label]));
  const handled = new Set(messages.map(({ clientId }) => clientId));
  const kept = waiting.filter(({ clientId }) => !handled.has(clientId));
  const latest = messages.findLast(({ author }) => author !== 'person');

  const entries: Entry[] = [
    ...messages.map((message, index): Entry => {
      const isPerson = message.author === 'person';
      return {
        ...blank,
        ...message,
        key: isPerson && message.clientId !== null ? message.clientId : `m${message.id}`,
        text: isPerson ? (labels.get(message.text) ?? message.text) : message.text,
        chosen: isPerson ? null : chosenUnder(message.choices, messages[index + 1]),
        isLatest: message === latest,
        mark: isPerson ? 'handled' : null,
      };
    }),
    ...kept.map(
      (one): Entry => ({
        ...blank,
        ...one,
        key: one.clientId,
        text: labelOf(one, labels),
        mark: 'kept',
      }),
    ),
    ...sending.map(
      (one): Entry => ({
        ...blank,
        ...one,
        key: one.clientId,
        text: labelOf(one, labels),
        mark: one.status,
      }),
    ),
  ];
  return entries.filter(({ author, text, files, mark }) => {
    const isGreeting = author === 'person' && text === greetingCommand && files.length === 0;
    return !isGreeting || mark === 'failed';
  });
}

const blank = {
  author: 'person' as const,
  choices: [],
  chosen: null,
  isLatest: false,
  replyKey: null,
  refusal: null,
};

function chosenUnder(
  choices: readonly (readonly Choice[])[],
  next: { author: string; text: string } | undefined,
): string | null {
  if (next?.author !== 'person') return null;
  return choices.flat().find(({ value, label }) => next.text === value || next.text === label)?.value ?? null;
}

function labelOf(one: { text: string; value: string | null }, labels: ReadonlyMap<string, string>): string {
  return one.value === null ? one.text : (labels.get(one.value) ?? one.text);
}
