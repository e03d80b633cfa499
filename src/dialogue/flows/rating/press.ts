import { ratingLevel } from '../../../rules/rating/levels.ts';
import type { Turn } from '../../turn.ts';
import { showMenu } from '../menu.ts';
import { askLevel } from './ask-level.ts';
import { addDetail, askMore, finish, noteMistaken, showSubjects } from './details.ts';
import { rateAll, showNext, showProblems, stop } from './digest.ts';
import { digestOf } from './go-on.ts';
import { takeCaseRating } from './rate-case.ts';
import { listDeclarations, mayRate } from './start.ts';
import { takeLevel } from './take-level.ts';
import { wishInvitations } from './wishes.ts';

/** A level: "5:10786137712", or with a subject behind it. */
export async function pressLevel(turn: Turn, argument: string): Promise<void> {
  const [written = '', number = '', subjectCode = 'd'] = argument.split(':');
  const level = ratingLevel(Number(written));
  if (level === null || !isNumber(number)) return showMenu(turn);
  if (await mayRate(turn)) await takeLevel(turn, { number, subjectCode, level });
}

/** Every other button of ratings: what stands behind "rating:" in its value. */
export async function pressOnRating(turn: Turn, wish: string): Promise<void> {
  const [verb = '', first = '', second = '', third = ''] = wish.split(':');
  if (verb === 'want') return wishInvitations(turn, 'want');
  if (!(await mayRate(turn))) return;
  const { state } = turn;
  switch (verb) {
    case 'done':
      return finish(turn);
    case 'stop':
      return stop(turn);
    case 'skip': {
      const digest = digestOf(turn);
      return digest === null ? finish(turn) : showNext(turn, digest);
    }
    case 'list':
      return listDeclarations(turn, first);
    case 'case': {
      const level = ratingLevel(Number(second));
      return level === null ? showMenu(turn) : takeCaseRating(turn, first, { level });
    }
    case 'all': {
      const level = ratingLevel(Number(second));
      return level === null || !isKey(first) ? showMenu(turn) : rateAll(turn, Number(first), level);
    }
    case 'each':
      return isKey(first) ? showNext(turn, { id: Number(first), way: 'each', after: 0 }) : showMenu(turn);
    case 'some':
      return isKey(first) ? showProblems(turn, Number(first), Number(second) || 0) : showMenu(turn);
  }
  if (!isNumber(first)) return showMenu(turn);
  switch (verb) {
    case 'pick': {
      const level = state.at === 'rating' && state.doing.what === 'choosing' ? state.doing.level : null;
      return level === null ? askLevel(turn, first, 'd') : takeLevel(turn, { number: first, subjectCode: 'd', level });
    }
    case 'more':
      return askMore(turn, first, second);
    case 'subjects':
      return showSubjects(turn, first);
    case 'on':
      return askLevel(turn, first, second);
    case 'reason':
      return addDetail(turn, first, second, { reason: third });
    case 'nocontact':
      return addDetail(turn, first, 'd', { hadNoContact: true });
    case 'mistaken':
      return noteMistaken(turn, first);
    default:
      return showMenu(turn);
  }
}

function isNumber(text: string): boolean {
  return /^\d{11}$/u.test(text);
}

function isKey(text: string): boolean {
  return /^\d{1,15}$/u.test(text);
}
