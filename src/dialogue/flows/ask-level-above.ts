import { askForHigher } from '../../desk/cases/raise-on-request.ts';
import { DeskError } from '../../errors.ts';
import { ownCase } from '../../store/my-cases.ts';
import type { EnterprisePhrases } from '../phrases/phrases.ts';
import type { Turn } from '../turn.ts';
import { sightOf } from './linking/represented.ts';
import { menuMessage } from './menu.ts';

/** The person is not content with an answer: the next level is asked to look, once a level (PL01 Điều 7 khoản 3). */
export async function askLevelAbove(turn: Turn, typed: string): Promise<void> {
  const { act, phrases } = turn;
  const own = await ownCase(act.tx, await sightOf(turn), typed);
  const reference = own?.reference ?? typed;
  try {
    const { row, nowWith, newDueAt } = await askForHigher({ ...act, by: turn.by }, { reference });
    // What the person writes next says what is wrong with the answer.
    turn.go({ at: 'adding', reference });
    await turn.say({ text: phrases.raised({ reference, nowWith, dueAt: newDueAt }, act.at, act.zone) }, row.id);
  } catch (refusal) {
    if (!(refusal instanceof DeskError)) throw refusal;
    await turn.say(menuMessage(phrases, sentenceFor(phrases, refusal.code, reference)));
  }
}

function sentenceFor(phrases: EnterprisePhrases, code: string, reference: string): string {
  if (code === 'notFound') return phrases.noSuchCase;
  const notRaised: Partial<Record<string, (reference: string) => string>> = phrases.notRaised;
  return notRaised[code]?.(reference) ?? phrases.notNow(reference);
}
