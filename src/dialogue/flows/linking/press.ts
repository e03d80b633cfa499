import type { Turn } from '../../turn.ts';
import { showMenu } from '../menu.ts';
import { proveByPhone } from './by-phone.ts';
import { askToLeave, changeSharing, choosePresent, leaveNow, showOwn } from './own-enterprises.ts';
import { listPeople, revokePerson } from './people.ts';
import { sendProof, startVerifying } from './verify.ts';

/** A button about who speaks for whom: what stands behind "link:" in its value. */
export async function pressOnLinking(turn: Turn, wish: string): Promise<void> {
  const { state } = turn;
  const [verb, argument = ''] = wish.split(':');
  const id = /^\d{1,15}$/u.test(argument) ? Number(argument) : 0;
  switch (verb) {
    case 'verify':
      return startVerifying(turn);
    case 'proof':
      return state.at === 'verifying' ? sendProof(turn, state) : startVerifying(turn);
    case 'own':
      return showOwn(turn);
    case 'use':
      return choosePresent(turn, id);
    case 'share':
      return changeSharing(turn, id, true);
    case 'hide':
      return changeSharing(turn, id, false);
    case 'people':
      return listPeople(turn, id);
    case 'end':
      return revokePerson(turn, id, false);
    case 'end-yes':
      return revokePerson(turn, id, true);
    case 'quit':
      return askToLeave(turn, id);
    case 'quit-yes':
      return leaveNow(turn, id);
    case 'phone':
      return proveByPhone(turn, argument === 'all' ? 'all' : id);
    default:
      return showMenu(turn);
  }
}
