import { commandValues } from './command-values.ts';
import { addToCase, askWhatToAdd, startFromHeld } from './flows/add-to-case.ts';
import { cardOf, pressOnAside } from './flows/aside.ts';
import { askLevelAbove } from './flows/ask-level-above.ts';
import { pressOnMeaning } from './flows/ask-meaning.ts';
import { askConsent, declineConsent, giveConsent } from './flows/consent.ts';
import { pressOnCard } from './flows/correct-card.ts';
import { pressOnData } from './flows/data-rights/press.ts';
import { listDeclarations, viewDeclaration } from './flows/declaration-status.ts';
import { judge } from './flows/judge-case.ts';
import { offerLanguages, speak } from './flows/language.ts';
import { leave } from './flows/leave.ts';
import { pressOnLinking } from './flows/linking/press.ts';
import { redeem } from './flows/linking/redeem.ts';
import { startLookUp } from './flows/look-up/browse.ts';
import { pressOnLookUp } from './flows/look-up/press.ts';
import { showMenu } from './flows/menu.ts';
import { listCases, viewCase } from './flows/my-cases.ts';
import { startIssue } from './flows/raise-issue.ts';
import { pressLevel, pressOnRating } from './flows/rating/press.ts';
import { startRating } from './flows/rating/start.ts';
import { askForSecondLook } from './flows/verification/appeal.ts';
import { converseAs } from './respond-to-words.ts';
import type { Turn } from './turn.ts';

/** A button. Those that need consent ask for it first. */
export async function press(turn: Turn, value: string): Promise<void> {
  const { state } = turn;
  if (value === commandValues.agree) return agree(turn);
  if (value === commandValues.decline) return declineConsent(turn);
  if (value === commandValues.language) return offerLanguages(turn);
  if (value === commandValues.speak('vi')) return speak(turn, 'vi');
  if (value === commandValues.speak('en')) return speak(turn, 'en');
  if (value === commandValues.speak('ko')) return speak(turn, 'ko');
  if (value.startsWith('data:')) return pressOnData(turn, value.slice('data:'.length));
  if (value === commandValues.leave) return leave(turn);
  if (value === commandValues.rate) return startRating(turn);
  if (value === commandValues.lookUp) return startLookUp(turn);
  if (value.startsWith('lookup:')) return pressOnLookUp(turn, value.slice('lookup:'.length));
  if (value === commandValues.menu) return showMenu(turn);
  if (turn.consent !== 'given')
    return askConsent(turn, undefined, turn.consent === null ? undefined : turn.phrases.consentFirst);

  if (value.startsWith('meant:')) return pressOnMeaning(turn, value.slice('meant:'.length), converseAs);
  if (value.startsWith('aside:')) return pressOnAside(turn, value.slice('aside:'.length));
  const card = cardOf(turn);
  if (card !== null && (await pressOnCard(turn, card, value))) {
    if (state.at !== 'card') turn.aside = null;
    return;
  }
  if (value === commandValues.issue) return startIssue(turn, 'issue');
  if (value === commandValues.officer) return startIssue(turn, 'question');
  if (value === commandValues.cases) return listCases(turn);
  if (value === commandValues.sendAsIssue && state.at === 'whichCase') return startFromHeld(turn, state);

  const [verb = '', argument = ''] = splitOnce(value);
  if (verb === 'case') return viewCase(turn, argument);
  if (verb === 'declaration') return viewDeclaration(turn, argument);
  if (verb === 'declarations') return listDeclarations(turn, argument === '' ? undefined : argument);
  if (verb === 'link') return pressOnLinking(turn, argument);
  if (verb === 'older' && /^\d{1,15}$/.test(argument)) return listCases(turn, Number(argument));
  if (verb === 'solved') return judge(turn, argument, true);
  if (verb === 'unsolved') return judge(turn, argument, false);
  if (verb === 'raise') return askLevelAbove(turn, argument);
  if (verb === 'rate') return pressLevel(turn, argument);
  if (verb === 'rating') return pressOnRating(turn, argument);
  if (verb === 'appeal') return askForSecondLook(turn, argument);
  if (verb === 'add') return state.at === 'whichCase' ? addToCase(turn, argument, state) : askWhatToAdd(turn, argument);
  // A button of a form that is over, or of an older version.
  return showMenu(turn);
}

async function agree(turn: Turn): Promise<void> {
  const { state } = turn;
  if (turn.consent !== 'given') await giveConsent(turn);
  if (state.at === 'consent' && state.heldCode !== undefined) {
    await redeem(turn, state.heldCode);
    if (state.held === '' && state.heldFiles === 0) return turn.go({ at: 'idle' });
  }
  if (state.at === 'consent' && (state.held !== '' || state.heldFiles > 0)) {
    return startIssue(turn, state.heldKind ?? 'issue', {
      text: state.held,
      messageIds: state.heldMessageIds,
      fileCount: state.heldFiles,
    });
  }
  return showMenu(turn, `${turn.phrases.consentGiven} ${turn.phrases.menu}`);
}

function splitOnce(value: string): [string, string] {
  const at = value.indexOf(':');
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)];
}
