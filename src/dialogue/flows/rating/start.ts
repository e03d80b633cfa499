import type { Choice } from '../../../channel/port.ts';
import { declarationKey, readDeclarationNumber } from '../../../rules/identity/declaration-number.ts';
import type { RatingLevel } from '../../../rules/rating/rating.ts';
import { declarationAmong, newestDeclarations } from '../../../store/declarations.ts';
import { ratingsOfDeclaration } from '../../../store/ratings.ts';
import { commandValues } from '../../command-values.ts';
import { linkingIn } from '../../phrases/linking.ts';
import { ratingsIn } from '../../phrases/ratings.ts';
import type { Turn } from '../../turn.ts';
import { askConsent } from '../consent.ts';
import { represented } from '../linking/represented.ts';
import { menuMessage } from '../menu.ts';
import { askLevel } from './ask-level.ts';
import { goOn } from './go-on.ts';
import { ratingValues } from './values.ts';

const shownAtOnce = 5;

/** The menu's "rate", and `/danhgia` with or without a number behind it. */
export async function startRating(turn: Turn): Promise<void> {
  if (!(await mayRate(turn))) return;
  const [, written = ''] = /^\/\S+\s+(.+)$/su.exec(turn.text.trim()) ?? [];
  if (written === '') return listDeclarations(turn);
  const number = readDeclarationNumber(written.replace(/[.?!\s]+$/u, ''));
  await askLevel(turn, number?.declarationNo ?? written, 'd');
}

/** Whether the person can rate at all; otherwise it is said what is missing. */
export async function mayRate(turn: Turn): Promise<boolean> {
  if (turn.consent !== 'given') {
    await askConsent(turn, undefined, turn.phrases.consentFirst);
    return false;
  }
  if ((await represented(turn)).length > 0) return true;
  const verify: Choice = { value: commandValues.verify, label: linkingIn(turn.phrases.language).verify };
  const back: Choice = { value: commandValues.menu, label: turn.phrases.back };
  await turn.say({ text: ratingsIn(turn.phrases.language).representsNobody, choices: [[verify], [back]] });
  return false;
}

/** The newest of the person's declarations to choose from. A level that was said already is kept for the one chosen. */
export async function listDeclarations(
  turn: Turn,
  behind?: string,
  sentence?: string,
  level: RatingLevel | null = null,
): Promise<void> {
  const { act, phrases } = turn;
  const say = ratingsIn(phrases.language);
  const ids = (await represented(turn)).map(({ enterpriseId }) => enterpriseId);
  const before = behind === undefined ? null : await declarationAmong(act.tx, ids, declarationKey(behind));
  const found = await newestDeclarations(act.tx, ids, { before, limit: shownAtOnce + 1 });
  const rows = found.filter(({ state }) => state !== 'cancelled').slice(0, shownAtOnce);
  const last = found.slice(0, shownAtOnce).at(-1);
  if (last === undefined) {
    turn.go({ at: 'idle' });
    return turn.say(menuMessage(phrases, say.none));
  }
  const choices: Choice[][] = [];
  for (const { number, number11, state, enterpriseId } of rows) {
    const given = enterpriseId === null ? [] : await ratingsOfDeclaration(act.tx, number11, enterpriseId);
    const own = given.find(({ subjectKind, counts }) => subjectKind === 'declaration' && counts)?.level ?? null;
    choices.push([{ value: ratingValues.pick(number11), label: say.declaration(number, state, own) }]);
  }
  const foot: Choice[] = [{ value: commandValues.menu, label: phrases.back }];
  if (found.length > shownAtOnce) foot.unshift({ value: ratingValues.listBehind(last.number), label: phrases.older });
  goOn(turn, { what: 'choosing', level }, null);
  await turn.say({ text: sentence ?? say.choose(found.length > shownAtOnce), choices: [...choices, foot] });
}
