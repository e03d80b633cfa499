import { fold } from '../../../rules/identity/fold.ts';
import { ratingLevel } from '../../../rules/rating/levels.ts';
import { hourMilliseconds } from '../../../rules/working-time/working-day.ts';
import { newestChoices } from '../../../store/messages.ts';
import type { Turn } from '../../turn.ts';
import { takeAccusation } from './accusation.ts';
import { askLevel } from './ask-level.ts';
import { addDetail, finish, noteMistaken } from './details.ts';
import { showNext, showProblems, stop } from './digest.ts';
import { changesMind, type LevelSaid, levelSaid, saysMistaken } from './level-said.ts';
import { pressLevel, pressOnRating } from './press.ts';
import { takeCaseRating } from './rate-case.ts';
import { listDeclarations } from './start.ts';
import type { RatingState } from './state.ts';
import { takeLevel } from './take-level.ts';
import { invitationWishIn, wishInvitations } from './wishes.ts';

const sameMatterMilliseconds = hourMilliseconds;

// Said while a rating is talked about, these are about something else.
const otherIntents = new Set(['case_status', 'talk_to_officer', 'lookup_appendix']);

/**
 * What a message says about ratings: whether to be invited, a level typed instead of pressed, what is added to a rating.
 * True when that was all; otherwise the message is taken like any other.
 */
export async function takeRating(turn: Turn): Promise<boolean> {
  const { state } = turn;
  if (turn.consent !== 'given' || (state.at !== 'idle' && state.at !== 'rating')) return false;
  const wish = invitationWishIn(turn.text);
  if (wish !== null) {
    await wishInvitations(turn, wish);
    return true;
  }
  if (turn.understood?.intent.value === 'complaint_officer') return takeAccusation(turn);
  if (state.at === 'rating' && isRecent(turn, state)) return goOnRating(turn, state);
  const said = turn.text === '' ? null : levelSaid(turn.text, turn.understood);
  return said !== null && (await pressShownLevel(turn, said));
}

function isRecent({ act }: Turn, { since }: RatingState): boolean {
  return act.at.getTime() - new Date(since).getTime() < sameMatterMilliseconds;
}

async function goOnRating(turn: Turn, { doing, digest }: RatingState): Promise<boolean> {
  const text = fold(turn.text).trim();
  const intent = turn.understood?.intent.value;
  if (/^(?:xong|het|done|that'?s all|ok xong|완료)[.!]?$/u.test(text)) return done(finish(turn));
  if (/^(?:dung|dung lai|stop|중지)[.!]?$/u.test(text)) return done(stop(turn));
  if (/^(?:bo qua|skip|tiep|next|건너뛰기)[.!]?$/u.test(text))
    return done(digest === null ? finish(turn) : showNext(turn, digest));
  if (intent !== undefined && otherIntents.has(intent)) return false;

  const said = levelSaid(turn.text, turn.understood);
  const number = turn.understood?.entities.declarationNo;
  switch (doing.what) {
    case 'details':
      return goOnDetails(turn, doing, said);
    case 'level': {
      if (said === null || number !== undefined) return false;
      const comment = said.saysMore ? { comment: turn.text.trim() } : {};
      return done(
        takeLevel(turn, { number: doing.number11, subjectCode: doing.subject, level: said.level, ...comment }),
      );
    }
    case 'choosing':
    case 'problems': {
      if (number === undefined) return (await pressByPlace(turn)) || (await askAgain(turn, digest));
      const level = said?.level ?? (doing.what === 'choosing' ? doing.level : null);
      return done(level === null ? askLevel(turn, number, 'd') : takeLevel(turn, { number, subjectCode: 'd', level }));
    }
    case 'case':
      if (said !== null && !said.saysMore) return done(takeCaseRating(turn, doing.reference, { level: said.level }));
      if (turn.text.trim() === '' || intent === 'smalltalk' || intent === 'raise_issue') return false;
      return done(takeCaseRating(turn, doing.reference, { comment: turn.text.trim() }));
  }
}

type Details = Extract<RatingState['doing'], { what: 'details' }>;

async function goOnDetails(
  turn: Turn,
  { number11, subject, level }: Details,
  said: LevelSaid | null,
): Promise<boolean> {
  const { text, understood, files } = turn;
  const other = understood?.entities.declarationNo;
  const intent = understood?.intent.value;
  if (saysMistaken(text)) return done(noteMistaken(turn, number11));
  if (other !== undefined && !other.startsWith(number11)) return false;
  if (said !== null && said.level !== level && (!said.saysMore || changesMind(text)))
    return done(takeLevel(turn, { number: number11, subjectCode: subject, level: said.level }));
  // Content with the handling and yet with a problem to report: that is another matter.
  if (intent === 'smalltalk' || (intent === 'raise_issue' && level >= 4)) return false;
  if (text.trim() === '' && files.length === 0) return false;
  const comment = text.trim() === '' ? {} : { comment: text.trim() };
  const photos = files.length === 0 ? {} : { messageIds: [turn.messageId] };
  return done(addDetail(turn, number11, subject, { ...comment, ...photos }));
}

/** "2": the second of a list whose buttons carry no numbers. */
async function pressByPlace(turn: Turn): Promise<boolean> {
  const [, place] = /^(?:số |so )?(\d{1,2})[.)]?$/u.exec(turn.text.trim().toLowerCase()) ?? [];
  if (place === undefined) return false;
  const offered = (await newestChoices(turn.act.tx, turn.conversation.id)).flat();
  const value = offered[Number(place) - 1]?.value;
  return value?.startsWith('rating:') === true && done(pressOnRating(turn, value.slice('rating:'.length)));
}

async function askAgain(turn: Turn, digest: RatingState['digest']): Promise<boolean> {
  const isNothingElse = turn.understood?.intent.value === 'other' || /^\W*\d{1,12}\W*$/u.test(turn.text);
  if (!isNothingElse) return false;
  return done(digest === null ? listDeclarations(turn) : showProblems(turn, digest.id, 0));
}

/** The button with that level on the newest message that has any, pressed by a word. */
async function pressShownLevel(turn: Turn, { level, saysMore }: LevelSaid): Promise<boolean> {
  // Where a declaration is named, or more is said, the words are read as a whole.
  if (saysMore || turn.understood?.entities.declarationNo !== undefined) return false;
  const values = (await newestChoices(turn.act.tx, turn.conversation.id)).flat().map(({ value }) => value);
  const value = values.find((each) => levelOf(each) === level);
  if (value?.startsWith('rate:') === true) return done(pressLevel(turn, value.slice('rate:'.length)));
  if (value?.startsWith('rating:') === true) return done(pressOnRating(turn, value.slice('rating:'.length)));
  return false;
}

function levelOf(value: string): number | null {
  const [, inFront] = /^rate:([1-5]):/u.exec(value) ?? [];
  const [, behind] = /^rating:(?:all|case):[^:]+:([1-5])$/u.exec(value) ?? [];
  return ratingLevel(Number(inFront ?? behind));
}

async function done(deed: Promise<void>): Promise<true> {
  await deed;
  return true;
}
