import type { Turn } from '../../turn.ts';
import { showMenu } from '../menu.ts';
import { askOfficer, sayHelpful } from './ask-officer.ts';
import { listAppendices, listArticlesOf, publishedVersion, sayGone } from './browse.ts';
import { lookUpGoingOn } from './context.ts';
import { answerFrequent, listFrequent } from './frequent.ts';
import { showArticle } from './show-article.ts';

/** A button of a look-up: what stands behind "lookup:" in its value. */
export async function pressOnLookUp(turn: Turn, wish: string): Promise<void> {
  const [verb, first = '', article = '', page = '1'] = wish.split(':');
  const id = /^\d{1,15}$/u.test(first) ? Number(first) : 0;
  switch (verb) {
    case 'list':
      return listAppendices(turn, { day: lookUpGoingOn(turn)?.day ?? null });
    case 'in':
      return listArticlesOf(turn, id);
    case 'at': {
      const version = await publishedVersion(turn, id);
      return version === null ? sayGone(turn) : showArticle(turn, version, article, Number.parseInt(page, 10) || 1);
    }
    case 'frequent':
      return listFrequent(turn);
    case 'asked':
      return answerFrequent(turn, id);
    case 'good':
      return sayHelpful(turn, id);
    case 'bad':
      return askOfficer(turn, id);
    case 'officer':
      return askOfficer(turn, null);
    default:
      return showMenu(turn);
  }
}
