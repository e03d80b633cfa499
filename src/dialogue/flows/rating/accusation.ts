import { rate } from '../../../desk/ratings/rate.ts';
import { DeskError } from '../../../errors.ts';
import { ratingsIn } from '../../phrases/ratings.ts';
import type { Turn } from '../../turn.ts';
import { startIssue } from '../raise-issue.ts';
import { levelSaid } from './level-said.ts';
import { actOf, subjectNamed, toBeRated } from './rated-declaration.ts';

/**
 * An accusation that comes while a rating is talked about, or names a level and a declaration, is kept with the rating as
 * well. It goes its protected way all the same (PL07 Điều 4), with the declaration's number, and the person is told of
 * both. True when the report is under way; otherwise somebody else has to start it.
 */
export async function takeAccusation(turn: Turn): Promise<boolean> {
  const { state, text, understood } = turn;
  const doing = state.at === 'rating' && state.doing.what === 'details' ? state.doing : null;
  const number = doing?.number11 ?? understood?.entities.declarationNo;
  const level = doing === null ? levelSaid(text, understood)?.level : undefined;
  if (number === undefined || (doing === null && level === undefined)) return false;
  const shown = await keep(turn, { number, code: doing?.subject ?? 'd', ...(level === undefined ? {} : { level }) });
  if (shown === null || doing === null) return false;
  await turn.say({ text: `${ratingsIn(turn.phrases.language).reportToo}\n\n${turn.phrases.reportNotice}` });
  const said = text.includes(shown) ? text.trim() : `${text.trim()} (tờ khai ${shown})`;
  await startIssue(turn, 'report', { text: said, messageIds: [turn.messageId], fileCount: turn.files.length });
  return true;
}

type About = Pick<Parameters<typeof rate>[1], 'number' | 'level'> & { code: string };

/** The declaration's number in full; null where it is not theirs to rate (any more). */
async function keep(turn: Turn, { number, code, level }: About): Promise<string | null> {
  try {
    const { declaration, snapshot } = await toBeRated(turn, number);
    const photos = turn.files.length > 0 ? { messageIds: [turn.messageId] } : {};
    const given = level === undefined ? {} : { level };
    await rate(actOf(turn), {
      number,
      subject: subjectNamed(snapshot, code),
      comment: turn.text.trim(),
      ...given,
      ...photos,
    });
    return declaration.number;
  } catch (refusal) {
    if (!(refusal instanceof DeskError)) throw refusal;
    return null;
  }
}
