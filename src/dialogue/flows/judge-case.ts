import { confirmSolved, sayNotSolved } from '../../desk/cases/enterprise-judges.ts';
import { askAboutCase } from '../../desk/ratings/case-satisfaction.ts';
import { DeskError } from '../../errors.ts';
import { ownCase } from '../../store/my-cases.ts';
import type { Turn } from '../turn.ts';
import { sightOf } from './linking/represented.ts';
import { menuMessage } from './menu.ts';
import { askForSecondLook } from './verification/appeal.ts';

/** "It is solved" or "it is not", about one of the person's own cases. */
export async function judge(turn: Turn, typed: string, isSolved: boolean): Promise<void> {
  const { phrases } = turn;
  const own = await ownCase(turn.act.tx, await sightOf(turn), typed);
  const reference = own?.reference ?? typed;
  // Who is not content with a verification asks for somebody else, not for the same one again.
  if (own?.kind === 'verification' && !isSolved) return askForSecondLook(turn, reference);
  const current = { ...turn.act, by: turn.by };
  try {
    const { row } = isSolved ? await confirmSolved(current, { reference }) : await sayNotSolved(current, { reference });
    const text = isSolved ? phrases.thanksForConfirming(reference) : phrases.goesOn(reference);
    if (isSolved) turn.go({ at: 'idle' });
    else turn.go({ at: 'adding', reference });
    await turn.say({ text }, row.id);
    if (isSolved) await askAboutCase(current, row);
  } catch (refusal) {
    if (!(refusal instanceof DeskError)) throw refusal;
    await turn.say(menuMessage(phrases, sentenceFor(turn, refusal.code, reference)));
  }
}

function sentenceFor({ phrases }: Turn, code: string, reference: string): string {
  if (code === 'notFound') return phrases.noSuchCase;
  if (code === 'reopeningIsOver') return phrases.tooLateToReopen(reference);
  return phrases.notNow(reference);
}
