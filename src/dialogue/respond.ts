import { letGoOfOld, takeAside } from './flows/aside.ts';
import { sayButtonGone } from './flows/button-gone.ts';
import { askConsent, holdMore } from './flows/consent.ts';
import { tellTooLarge } from './flows/file-too-large.ts';
import { codeIn } from './flows/linking/code-in.ts';
import { redeem } from './flows/linking/redeem.ts';
import { takeLookUp } from './flows/look-up/follow-up.ts';
import { answerOfficer } from './flows/officer/answer-officer.ts';
import { linkOfficer } from './flows/officer/link.ts';
import { takeRating } from './flows/rating/take-rating.ts';
import { takeContact } from './flows/share-phone.ts';
import { detailWords, takeDetail } from './flows/take-detail.ts';
import { officerChat } from './phrases/officer-chat.ts';
import { commandIn, obey, start } from './respond-to-command.ts';
import { press } from './respond-to-press.ts';
import { converse, proceed } from './respond-to-words.ts';
import type { Turn } from './turn.ts';

/** Answers one message. Whatever was sent, something is said: an unknown message is never met with silence. */
export async function respond(turn: Turn): Promise<void> {
  const found = codeIn(turn);
  if (found !== null) return found.of === 'officer' ? linkOfficer(turn, found.code) : redeem(turn, found.code);
  if (isForged(turn)) return sayButtonGone(turn);
  if (turn.conversation.officerId !== null) return answerOfficer(turn);
  // The bot of the Bot Platform serves fifty people at most: it is the officers' own.
  if (turn.conversation.channel === 'zaloBot') return turn.say({ text: officerChat.forOfficersOnly });

  await letGoOfOld(turn);
  const { content } = turn.incoming;
  if (content.kind === 'choice') return press(turn, content.value);
  const command = commandIn(turn.text);
  if (command === 'start' && turn.consent !== null) return start(turn);
  if (command !== null) return obey(turn, command);
  if (content.kind === 'unsupported') return turn.say({ text: turn.phrases.unsupported(content.what) });
  if (content.kind === 'contactCard') return takeContact(turn, content);
  if (content.kind === 'place') return takeDetail(turn, detailWords(content));
  if ((await tellTooLarge(turn)) && isNothingElse(turn)) return;

  if (turn.state.at === 'consent') return askConsent(turn, holdMore(turn, turn.state));
  if (turn.consent === null) return askConsent(turn);
  if (await takeRating(turn)) return;
  if (await takeLookUp(turn)) return;
  if (await takeAside(turn)) return;
  return turn.state.at === 'idle' ? converse(turn) : proceed(turn);
}

function isForged({ incoming: { content } }: Turn): boolean {
  return content.kind === 'choice' && content.isForged === true;
}

/** Who was not asked yet is asked, whatever else was or was not said. */
function isNothingElse({ consent, text, files }: Turn): boolean {
  return consent !== null && files.length === 0 && text.trim() === '';
}
