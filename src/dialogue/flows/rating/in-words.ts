import { rate } from '../../../desk/ratings/rate.ts';
import { DeskError } from '../../../errors.ts';
import { ratingLevel } from '../../../rules/rating/levels.ts';
import { rateable, type Subject } from '../../../rules/rating/subjects.ts';
import { dayMilliseconds } from '../../../rules/working-time/working-day.ts';
import { newestInvited } from '../../../store/rating-invitations.ts';
import type { Turn } from '../../turn.ts';
import type { RatedTarget } from '../../understanding/entities/rating.ts';
import { askLevel } from './ask-level.ts';
import { levelSaid } from './level-said.ts';
import { actOf, toBeRated } from './rated-declaration.ts';
import { listDeclarations, mayRate } from './start.ts';
import { takeLevel } from './take-level.ts';

// As long as an invitation stands.
const invitedForMilliseconds = 16 * dayMilliseconds;

/**
 * "Đánh giá tờ khai 107… 5 sao", "hồ sơ 5 sao, kiểm hóa 2 sao", "rất hài lòng". Without a number the declaration is meant that
 * this chat was asked about last; if there is none, the person chooses.
 */
export async function rateInWords(turn: Turn): Promise<void> {
  if (!(await mayRate(turn))) return;
  const { declarationNo, ratings } = turn.understood?.entities ?? {};
  const said = levelSaid(turn.text, turn.understood);
  const level = said?.level ?? null;
  const number = declarationNo ?? (await newestNumber(turn));
  if (number === null) return listDeclarations(turn, undefined, undefined, level);
  if (ratings !== undefined && ratings.length > 0) await rateSteps(turn, number, ratings);
  if (level === null) return askLevel(turn, number, 'd');
  // What was said beside a level that is not good is the reason for it.
  const comment = said?.saysMore === true || (level <= 3 && turn.files.length > 0) ? { comment: turn.text.trim() } : {};
  await takeLevel(turn, { number, subjectCode: 'd', level, ...comment });
}

async function newestNumber({ act, conversation }: Turn): Promise<string | null> {
  const since = new Date(act.at.getTime() - invitedForMilliseconds);
  return (await newestInvited(act.tx, conversation.id, since))?.number ?? null;
}

const stepsCalled: Readonly<Record<string, string>> = {
  physical_inspection: 'physicalInspection',
  document_check: 'documentCheck',
  registration: 'registered',
  clearance: 'cleared',
};

/** Each step, the unit or the officer with its own level, as far as the declaration has it. */
async function rateSteps(turn: Turn, number: string, ratings: readonly RatedTarget[]): Promise<void> {
  try {
    const { snapshot, declaration } = await toBeRated(turn, number);
    const known = rateable(snapshot);
    for (const { target, rating } of ratings) {
      const level = ratingLevel(rating);
      const subject = subjectCalled(known, target);
      if (level !== null && subject !== null) await rate(actOf(turn), { number: declaration.number, subject, level });
    }
  } catch (refusal) {
    // Whatever is wrong with the declaration is said where the whole of it is asked about.
    if (!(refusal instanceof DeskError)) throw refusal;
  }
}

function subjectCalled(known: readonly Subject[], target: string): Subject | null {
  const ofKind = (kind: Subject['kind']) => known.filter((subject) => subject.kind === kind);
  if (target === 'unit') return ofKind('unit')[0] ?? null;
  // Several officers: which one is meant, the person says by choosing.
  if (target === 'officer') return ofKind('officer').length === 1 ? (ofKind('officer')[0] ?? null) : null;
  return ofKind('step').find(({ key }) => key === stepsCalled[target]) ?? null;
}
