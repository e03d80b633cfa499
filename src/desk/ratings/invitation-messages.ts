import type { Outgoing } from '../../channel/port.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';
import { insertDigest, invitedByIds } from '../../store/rating-invitations.ts';
import type { Act } from '../act.ts';

/** What a message asks about, and where. */
export interface Asked {
  ids: readonly number[];
  conversationId: number;
  enterpriseId: number;
  /** The enterprise's. */
  name: string;
  isReminder: boolean;
}

interface Written {
  message: Outgoing;
  digestId: number | null;
}

/** Asks about one declaration. */
export async function singleMessage(current: Act, asked: Asked, language: SpokenLanguage | null): Promise<Written> {
  const [invited] = await invitedByIds(current.tx, asked.ids);
  if (invited === undefined) throw new Error('The invitation is not stored');
  const { number, number11, declarationState: state, stateAt } = invited;
  const { name: enterprise, isReminder } = asked;
  const notice = { kind: 'invitation' as const, number, number11, state, stateAt, enterprise, isReminder };
  return { message: current.phrasing.toRater(notice, language ?? 'vi'), digestId: null };
}

/** Asks about several at once: all alike, one by one, or only those with a problem. */
export async function digestMessage(current: Act, asked: Asked, language: SpokenLanguage | null): Promise<Written> {
  const { tx, at, zone } = current;
  const { conversationId, enterpriseId, name: enterprise, isReminder } = asked;
  const count = asked.ids.length;
  const row = { conversationId, enterpriseId, day: localDate(at, zone), declarations: count, sentAt: at };
  const digestId = await insertDigest(tx, row);
  const notice = { kind: 'digest' as const, digestId, count, enterprise, isReminder };
  return { message: current.phrasing.toRater(notice, language ?? 'vi'), digestId };
}
