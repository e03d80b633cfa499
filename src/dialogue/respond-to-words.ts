import { fold } from '../rules/identity/fold.ts';
import { addToCase, hasOpenCase, holdForWhichCase, offerOpenCases } from './flows/add-to-case.ts';
import { askMeaning, meaningsOf, offerToSend, type Said } from './flows/ask-meaning.ts';
import { asksSomethingElse } from './flows/asks-something-else.ts';
import { askConsent } from './flows/consent.ts';
import { writeOnCard } from './flows/correct-card.ts';
import { hasEnterprise, listDeclarations, viewDeclaration } from './flows/declaration-status.ts';
import { takeProof } from './flows/linking/verify.ts';
import { answerQuestion } from './flows/look-up/answer-question.ts';
import { menuMessage } from './flows/menu.ts';
import { listCases, viewCase } from './flows/my-cases.ts';
import { describe, startIssue } from './flows/raise-issue.ts';
import { rateInWords } from './flows/rating/in-words.ts';
import type { Turn } from './turn.ts';
import { asksOwnDeclarations, declarationAskedFor } from './understanding/asks-declaration.ts';
import type { Intent } from './understanding/intent.ts';

const nothingSaid: Said = { text: '', messageIds: [], fileCount: 0 };

/** A message while a form is open. */
export async function proceed(turn: Turn): Promise<void> {
  const { state } = turn;
  // Whatever form is open, an accusation reaches nobody but internal control. What was said before goes with it.
  if (turn.understood?.intent.value === 'complaint_officer' && !isReport(state))
    return startReport(turn, withDraft(turn));
  if (asksSomethingElse(turn)) {
    turn.go({ at: 'idle' });
    return converse(turn);
  }
  switch (state.at) {
    case 'describing':
      return describe(turn, state.draft);
    case 'card':
      return writeOnCard(turn, state);
    case 'adding':
      return addToCase(turn, state.reference);
    case 'verifying':
      return takeProof(turn, state);
    case 'whichCase':
      // With nothing open, what is held was only not understood: the next words may make it clear.
      return (await hasOpenCase(turn)) ? holdForWhichCase(turn, state) : converse(turn, state);
    case 'meaning':
      return converse(turn, state);
    case 'idle':
    case 'rating':
    case 'lookingUp':
    case 'consent':
    case 'officer':
      return converse(turn);
  }
}

/** Free text with no form open. What was held before goes the same way. */
export async function converse(turn: Turn, held: Said = nothingSaid): Promise<void> {
  const intent = turn.understood?.intent.value ?? (turn.files.length > 0 ? 'raise_issue' : 'other');
  if (turn.consent !== 'given' && needsConsent(intent)) return askConsent(turn, undefined, turn.phrases.consentFirst);
  if (turn.repliesToCase !== null && intent !== 'complaint_officer') return addToCase(turn, turn.repliesToCase);

  const said = {
    text: [held.text, turn.text].filter((text) => text.trim() !== '').join('\n'),
    messageIds: [...held.messageIds, turn.messageId],
    fileCount: held.fileCount + turn.files.length,
  };
  if (intent !== 'complaint_officer' && asksOwnDeclarations(turn.text) && (await hasEnterprise(turn)))
    return listDeclarations(turn);
  // Nobody is asked twice about the same words, nor where an open case is asked about anyway.
  const meanings = turn.state.at === 'meaning' || turn.understood === null ? null : meaningsOf(turn.understood);
  if (turn.consent === 'given' && meanings !== null && !((await hasOpenCase(turn)) && asksForCase(intent)))
    return askMeaning(turn, said, meanings);
  const isAnswered = intent === 'raise_issue' && declarationAskedFor(turn.text) !== null && (await hasEnterprise(turn));
  if (asksForCase(intent) && !isAnswered && (await offerOpenCases(turn))) return;
  return converseAs(turn, intent, said);
}

/** Goes on with what a message wants. */
export async function converseAs(turn: Turn, intent: Intent, said: Said): Promise<void> {
  const asked = declarationAskedFor(turn.text);
  switch (intent) {
    // An accusation goes to internal control and nowhere else, whatever else the message says (PL07 Điều 4).
    case 'complaint_officer':
      return startReport(turn, said);
    case 'raise_issue':
      if (asked !== null && (await hasEnterprise(turn))) return viewDeclaration(turn, asked);
      return startIssue(turn, 'issue', said);
    case 'case_status':
      return askAfter(turn, asked);
    case 'talk_to_officer':
      return startIssue(turn, 'question', said);
    case 'rate_service':
      return rateInWords(turn);
    case 'lookup_appendix':
      return answerQuestion(turn, turn.text);
    case 'smalltalk':
      return turn.say(menuMessage(turn.phrases, isThanks(turn.text) ? turn.phrases.thanks : turn.phrases.menu));
    case 'other':
      return offerToSend(turn, said);
  }
}

// Words about a problem, or not understood, may belong to a case that is open.
function asksForCase(intent: Intent): boolean {
  return intent === 'raise_issue' || intent === 'other';
}

async function startReport(turn: Turn, said: Said): Promise<void> {
  await turn.say({ text: turn.phrases.reportNotice });
  await startIssue(turn, 'report', said);
}

function isReport(state: Turn['state']): boolean {
  return 'draft' in state && state.draft.kind === 'report';
}

function withDraft({ state, text, messageId, files }: Turn): { text: string; messageIds: number[]; fileCount: number } {
  const said = 'draft' in state ? { ...state.draft, text: state.draft.description } : null;
  return {
    text: [said?.text ?? '', text].filter((part) => part !== '').join('\n'),
    messageIds: [...(said?.messageIds ?? []), messageId],
    fileCount: (said?.fileCount ?? 0) + files.length,
  };
}

async function askAfter(turn: Turn, asked: string | null): Promise<void> {
  const { caseCode: reference, declarationNo } = turn.understood?.entities ?? {};
  const number = asked ?? declarationNo;
  if (reference === undefined && number !== undefined && (await hasEnterprise(turn)))
    return viewDeclaration(turn, number);
  return reference === undefined ? listCases(turn) : viewCase(turn, reference);
}

function needsConsent(intent: string): boolean {
  return (
    intent === 'raise_issue' || intent === 'complaint_officer' || intent === 'talk_to_officer' || intent === 'other'
  );
}

function isThanks(text: string): boolean {
  return /\b(cam on|thanks|thank you|tks|cam ta)\b/u.test(fold(text));
}
