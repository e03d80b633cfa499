import type { Turn } from '../turn.ts';
import { askConsent } from './consent.ts';
import { showMenu } from './menu.ts';

/** "Hủy": whatever form is open is given up, and nothing of it is sent. */
export async function leave(turn: Turn): Promise<void> {
  const wasInForm = turn.state.at !== 'idle' && turn.state.at !== 'consent';
  if (turn.state.at === 'consent') return askConsent(turn, turn.state);
  turn.formIsOver = true;
  await showMenu(turn, wasInForm ? turn.phrases.left : turn.phrases.nothingToLeave);
}
