import { appeal } from '../../../desk/ratings/verification/appeal.ts';
import { DeskError } from '../../../errors.ts';
import { ownCase } from '../../../store/my-cases.ts';
import { verificationIn } from '../../phrases/verification.ts';
import type { Turn } from '../../turn.ts';
import { sightOf } from '../linking/represented.ts';
import { menuMessage } from '../menu.ts';

/** The person is not content with what a verification found: the level above looks again, once. */
export async function askForSecondLook(turn: Turn, reference: string): Promise<void> {
  const { act, phrases } = turn;
  const words = verificationIn(phrases.language);
  // A number that is not theirs is unknown, whatever it is.
  if ((await ownCase(act.tx, await sightOf(turn), reference)) === null)
    return turn.say(menuMessage(phrases, phrases.noSuchCase));
  try {
    const opened = await appeal({ ...act, by: turn.by }, { reference });
    // What the person writes next says what was wrong with the first finding.
    turn.go({ at: 'adding', reference: opened.reference });
    const own = await ownCase(act.tx, await sightOf(turn), opened.reference);
    await turn.say({ text: words.appealed(opened, act.at, act.zone) }, own?.id);
  } catch (refusal) {
    if (!(refusal instanceof DeskError)) throw refusal;
    await turn.say(menuMessage(phrases, words.notAppealed[refusal.code]?.(reference) ?? phrases.notNow(reference)));
  }
}
