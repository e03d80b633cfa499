import { muteInvitations, preferChat } from '../../../desk/ratings/wish-invitations.ts';
import { fold } from '../../../rules/identity/fold.ts';
import { ratingsIn } from '../../phrases/ratings.ts';
import type { Turn } from '../../turn.ts';
import { menuMessage } from '../menu.ts';
import { actOf } from './rated-declaration.ts';
import { ratingValues } from './values.ts';

export type InvitationWish = 'mute' | 'want' | 'here';

const about = '(?:(?:cac )?loi moi(?: danh gia)?|moi danh gia|danh gia nua)';
const wishes: readonly (readonly [InvitationWish, RegExp])[] = [
  [
    'mute',
    new RegExp(`^(?:xin |vui long |lam on )?(?:tat|ngung|dung|huy|bo|khong nhan|thoi)(?: gui| nhan)? ${about}\\b`, 'u'),
  ],
  ['mute', /^(?:mute|stop|turn off|unsubscribe)(?: (?:sending|the))?(?: rating)? invitations?\b|^평가 안내 끄기/u],
  ['want', new RegExp(`^(?:xin |vui long )?(?:bat lai|bat|nhan lai|mo lai|gui lai) ${about}\\b`, 'u')],
  ['want', /^(?:unmute|turn on|resume)(?: the)?(?: rating)? invitations?\b|^invite me again\b|^평가 안내 켜기/u],
  [
    'here',
    /^(?:gui|nhan) loi moi(?: danh gia)? (?:o day|tai day|qua day)\b|^(?:send )?invitations? here\b|^평가 안내 여기로/u,
  ],
];

/** What a message says about being invited; null for anything else. */
export function invitationWishIn(text: string): InvitationWish | null {
  const said = fold(text).replace(/\s+/gu, ' ').trim();
  return wishes.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}

/** Whether and where the person wants to be asked. */
export async function wishInvitations(turn: Turn, wish: InvitationWish): Promise<void> {
  const say = ratingsIn(turn.phrases.language);
  if (wish === 'here') await preferChat(actOf(turn));
  else await muteInvitations(actOf(turn), { isMuted: wish === 'mute' });
  if (wish !== 'mute') return turn.say(menuMessage(turn.phrases, wish === 'want' ? say.wanted : say.preferred));
  await turn.say({ text: say.muted, choices: [[{ value: ratingValues.want, label: say.want }]] });
}
