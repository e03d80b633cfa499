import type { Choice } from '../../channel/port.ts';
import { commandValues } from '../command-values.ts';
import { meaningIn } from '../phrases/meaning.ts';
import type { DialogueState } from '../state.ts';
import type { Turn } from '../turn.ts';
import { type Intent, intents } from '../understanding/intent.ts';
import { type Understanding, understand } from '../understanding/understand.ts';
import { keepCorrection } from './keep-correction.ts';
import { menuMessage, showMenu } from './menu.ts';

export interface Said {
  text: string;
  messageIds: number[];
  fileCount: number;
}

type Asking = Extract<DialogueState, { at: 'meaning' }>;
type Meant = keyof ReturnType<typeof meaningIn>['meanings'];

const mostButtons = 3;

/** What a message may want, likeliest first, where only the writer can say; null where it is clear or nothing can be offered. */
export function meaningsOf({ intent, ambiguities }: Understanding): readonly Meant[] | null {
  // An accusation is acted on at once; the card lets people say that it was none.
  if (intent.value === 'complaint_officer') return null;
  const asked = ambiguities.find((each) => each.about === 'intent');
  const meant = asked?.candidates.filter(isMeant).slice(0, mostButtons) ?? [];
  // One guess beside "something else" is worth asking only where it is the first.
  return meant.length > 1 || (meant.length === 1 && meant[0] === intent.value) ? meant : null;
}

/** One short question with the likeliest meanings on its buttons. The words are held, so that nobody writes them twice. */
export async function askMeaning(turn: Turn, said: Said, meanings: readonly Meant[]): Promise<void> {
  const words = meaningIn(turn.phrases.language);
  turn.go({ at: 'meaning', ...said, guessed: turn.understood?.intent.value ?? 'other' });
  const choices = meanings.map((meant): Choice[] => [
    { value: commandValues.meant(meant), label: words.meanings[meant] },
  ]);
  choices.push([{ value: commandValues.meant('other'), label: words.other }]);
  await turn.say({ text: words.ask, choices });
}

/**
 * The answer to that question: what was held goes on by `goOn` exactly as if it had been understood at once. "Something
 * else" offers everything there is, with the words still held.
 */
export async function pressOnMeaning(
  turn: Turn,
  meant: string,
  goOn: (turn: Turn, intent: Intent, said: Said) => Promise<void>,
): Promise<void> {
  const { state } = turn;
  if (state.at !== 'meaning') return showMenu(turn, meaningIn(turn.phrases.language).questionGone);
  const { text, messageIds, fileCount, guessed } = state;
  if (!isMeant(meant)) return offerToSend(turn, state, meaningIn(turn.phrases.language).kept);
  if (meant !== guessed) await keepCorrection(turn, { about: 'intent', text, guessed, chosen: meant });
  turn.go({ at: 'idle' });
  await goOn(asSaid(turn, state, meant), meant, { text, messageIds, fileCount });
}

/** The turn as it was when the words came, with the meaning that the person gave them. */
function asSaid(turn: Turn, { text, messageIds }: Asking, meant: Intent): Turn {
  const read = understand(text);
  const understood: Understanding = {
    ...read,
    intent: { value: meant, confidence: 1, alternatives: [] },
    ambiguities: read.ambiguities.filter(({ about }) => about !== 'intent'),
  };
  return { ...turn, text, understood, messageId: messageIds.at(-1) ?? turn.messageId, state: { at: 'idle' } };
}

/** The words are kept at hand, so that one tap sends them to an officer. */
export async function offerToSend(turn: Turn, said: Said, text: string = turn.phrases.notUnderstood): Promise<void> {
  const { phrases } = turn;
  const { messageIds, fileCount } = said;
  turn.go({ at: 'whichCase', text: said.text, messageIds, fileCount });
  const menu = menuMessage(phrases, text);
  await turn.say({
    ...menu,
    choices: [[{ value: commandValues.sendAsIssue, label: phrases.sendAsIssue }], ...(menu.choices ?? [])],
  });
}

function isMeant(intent: string): intent is Meant {
  return intents.some((each) => each === intent) && intent !== 'smalltalk' && intent !== 'other';
}
