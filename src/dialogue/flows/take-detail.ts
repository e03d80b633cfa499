import type { IncomingContent } from '../../channel/port.ts';
import type { Turn } from '../turn.ts';
import { addToCase, hasOpenCase, holdForWhichCase, offerOpenCases } from './add-to-case.ts';
import { askConsent } from './consent.ts';
import { showCard } from './issue-card.ts';
import { takeProof } from './linking/verify.ts';
import { menuMessage } from './menu.ts';
import { questionFor } from './raise-issue.ts';

type Detail = Extract<IncomingContent, { kind: 'place' | 'contactCard' }>;

/** A place or a telephone number, as the thread shows it. */
export function detailWords(detail: Detail): string {
  if (detail.kind === 'contactCard') {
    return `[danh thiếp ${[detail.name, `+${detail.phone}`].filter(Boolean).join(', ')}]`;
  }
  const where = `${detail.latitude}, ${detail.longitude}`;
  return `[vị trí ${[detail.label, where].filter(Boolean).join(': ')}]`;
}

/** Keeps a place or a number with whatever the person is telling us about; `words` say it where only text goes. */
export async function takeDetail(turn: Turn, words: string, answer: string = turn.phrases.detailNoted): Promise<void> {
  const { state, phrases, messageId } = turn;
  if (turn.consent !== 'given') {
    const text = turn.consent === null ? undefined : phrases.consentFirst;
    return askConsent(turn, state.at === 'consent' ? state : undefined, text);
  }
  if (turn.repliesToCase !== null) return addToCase(turn, turn.repliesToCase, { text: words, messageIds: [messageId] });
  switch (state.at) {
    case 'describing': {
      const draft = { ...state.draft, messageIds: [...state.draft.messageIds, messageId] };
      turn.go({ at: 'describing', draft });
      return turn.say({ text: `${answer} ${questionFor(phrases, draft.kind)}` });
    }
    case 'card':
      return showCard(turn, { ...state.draft, messageIds: [...state.draft.messageIds, messageId] });
    case 'verifying':
      return takeProof(turn, state);
    case 'adding':
      return addToCase(turn, state.reference, { text: words, messageIds: [messageId] });
    case 'whichCase':
      if (await hasOpenCase(turn)) return holdForWhichCase(turn, state);
      turn.go({ ...state, messageIds: [...state.messageIds, messageId] });
      return turn.say(menuMessage(phrases, `${answer} ${phrases.menu}`));
    case 'meaning':
      turn.go({ ...state, messageIds: [...state.messageIds, messageId] });
      return turn.say(menuMessage(phrases, `${answer} ${phrases.menu}`));
    case 'idle':
    case 'consent':
      if (await offerOpenCases(turn)) return;
      return turn.say(menuMessage(phrases, `${answer} ${phrases.menu}`));
  }
}
