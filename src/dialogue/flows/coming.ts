import type { Turn } from '../turn.ts';
import { menuMessage } from './menu.ts';

/** The parts that are not built yet say so here, and only here. */
export async function sayComing(turn: Turn, what: keyof Turn['phrases']['coming']): Promise<void> {
  await turn.say(menuMessage(turn.phrases, turn.phrases.coming[what]));
}
