import type { Choice } from '../../../channel/port.ts';
import { linkByPhone } from '../../../desk/enterprises/link-by-phone.ts';
import { conversationById } from '../../../store/conversations.ts';
import { commandValues } from '../../command-values.ts';
import { linkingIn } from '../../phrases/linking.ts';
import type { Turn } from '../../turn.ts';
import { showMenu } from '../menu.ts';
import { sayLinked } from './redeem.ts';

/**
 * What the number that the platform vouches for proves: one enterprise registered it and the person speaks for it at once,
 * or several did and the person says which. Silent where it proves nothing new.
 */
export async function proveByPhone(turn: Turn, chosen: number | 'all' | null = null): Promise<void> {
  const { act, contact, conversation } = turn;
  // Vouched for a moment ago in this very turn.
  const { vouchedPhone: phone } = await conversationById(act.tx, conversation.id);
  if (contact === null || phone === null) return chosen === null ? undefined : showMenu(turn);
  const { linked, choices } = await linkByPhone(
    { ...act, by: turn.by },
    { contactId: contact.contactId, phone, chosen },
  );
  const last = linked.at(-1);
  if (last !== undefined) {
    for (const { enterprise, role } of linked) await sayLinked(turn, enterprise, role);
    return;
  }
  if (choices.length === 0) return chosen === null ? undefined : showMenu(turn);
  const words = linkingIn(turn.phrases.language);
  const buttons = choices.map(({ id, name }): Choice[] => [{ value: commandValues.byPhone(id), label: name }]);
  const all: Choice[][] = choices.length > 1 ? [[{ value: commandValues.byPhone('all'), label: words.allOfThem }]] : [];
  await turn.say({ text: words.whichOfPhone(choices.length), choices: [...buttons, ...all] });
}
