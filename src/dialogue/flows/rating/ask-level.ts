import { isChangeable } from '../../../rules/rating/windows.ts';
import { ratingOf } from '../../../store/ratings.ts';
import { ratingsIn } from '../../phrases/ratings.ts';
import type { Turn } from '../../turn.ts';
import { menuMessage } from '../menu.ts';
import { attempt } from './attempt.ts';
import { goOn } from './go-on.ts';
import { levelChoices } from './invitation-message.ts';
import { subjectLabel, subjectNamed, toBeRated } from './rated-declaration.ts';

/** Asks for one of the five levels: of a declaration, or of somebody or something in its handling. */
export async function askLevel(turn: Turn, number: string, subjectCode: string): Promise<void> {
  const found = await attempt(turn, number, () => toBeRated(turn, number));
  if (found === null) return;
  const { declaration, snapshot, enterpriseId } = found.result;
  const say = ratingsIn(turn.phrases.language);
  const subject = subjectNamed(snapshot, subjectCode);
  const before = await ratingOf(turn.act.tx, { number11: declaration.number11, enterpriseId, subject });
  if (before !== null && !isChangeable(before.ratedAt, turn.act.at)) {
    turn.go({ at: 'idle' });
    return turn.say(menuMessage(turn.phrases, say.stands(declaration.number)));
  }
  const label = await subjectLabel(turn, snapshot, subject);
  goOn(turn, { what: 'level', number11: declaration.number11, subject: subjectCode });
  await turn.say({
    text: say.askLevel(declaration.number, label, before?.level ?? null),
    choices: levelChoices(say, declaration.number11, label === null ? 'd' : subjectCode),
  });
}
