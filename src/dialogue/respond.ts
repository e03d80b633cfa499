import { fold } from '../rules/identity/fold.ts';
import { commandValues } from './command-values.ts';
import {
  addToCase,
  askWhatToAdd,
  hasOpenCase,
  holdForWhichCase,
  offerOpenCases,
  startFromHeld,
} from './flows/add-to-case.ts';
import { askLevelAbove } from './flows/ask-level-above.ts';
import { sayButtonGone } from './flows/button-gone.ts';
import { sayComing } from './flows/coming.ts';
import { askConsent, declineConsent, giveConsent, holdMore } from './flows/consent.ts';
import { pressOnCard, writeOnCard } from './flows/correct-card.ts';
import { askDeclaration, hasEnterprise, listDeclarations, viewDeclaration } from './flows/declaration-status.ts';
import { tellTooLarge } from './flows/file-too-large.ts';
import { judge } from './flows/judge-case.ts';
import { offerLanguages, speak } from './flows/language.ts';
import { codeIn } from './flows/linking/code-in.ts';
import { askToLeave, changeSharing, showOwn } from './flows/linking/own-enterprises.ts';
import { pressOnLinking } from './flows/linking/press.ts';
import { redeem } from './flows/linking/redeem.ts';
import { sayWays, startVerifying, takeProof } from './flows/linking/verify.ts';
import { menuMessage, showMenu } from './flows/menu.ts';
import { listCases, viewCase } from './flows/my-cases.ts';
import { answerOfficer } from './flows/officer/answer-officer.ts';
import { linkOfficer } from './flows/officer/link.ts';
import { describe, startIssue } from './flows/raise-issue.ts';
import { askPhone, takeContact } from './flows/share-phone.ts';
import { detailWords, takeDetail } from './flows/take-detail.ts';
import { officerChat } from './phrases/officer-chat.ts';
import type { Turn } from './turn.ts';
import { declarationAskedFor } from './understanding/asks-declaration.ts';

/** Answers one message. Whatever was sent, something is said: an unknown message is never met with silence. */
export async function respond(turn: Turn): Promise<void> {
  const found = codeIn(turn);
  if (found !== null) return found.of === 'officer' ? linkOfficer(turn, found.code) : redeem(turn, found.code);
  if (isForged(turn)) return sayButtonGone(turn);
  if (turn.conversation.officerId !== null) return answerOfficer(turn);
  // The bot of the Bot Platform serves fifty people at most: it is the officers' own.
  if (turn.conversation.channel === 'zaloBot') return turn.say({ text: officerChat.forOfficersOnly });

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
  return turn.state.at === 'idle' ? converse(turn) : proceed(turn);
}

/** A button. Those that need consent ask for it first. */
async function press(turn: Turn, value: string): Promise<void> {
  const { state } = turn;
  if (value === commandValues.agree) return agree(turn);
  if (value === commandValues.decline) return declineConsent(turn);
  if (value === commandValues.language) return offerLanguages(turn);
  if (value === commandValues.speak('vi')) return speak(turn, 'vi');
  if (value === commandValues.speak('en')) return speak(turn, 'en');
  if (value === commandValues.leave) return leave(turn);
  if (value === commandValues.rate) return sayComing(turn, 'rate');
  if (value === commandValues.lookUp) return sayComing(turn, 'lookUp');
  if (value === commandValues.menu) return showMenu(turn);
  if (turn.consent !== 'given')
    return askConsent(turn, undefined, turn.consent === null ? undefined : turn.phrases.consentFirst);

  if (state.at === 'card' && (await pressOnCard(turn, state, value))) return;
  if (value === commandValues.issue) return startIssue(turn, 'issue');
  if (value === commandValues.officer) return startIssue(turn, 'question');
  if (value === commandValues.cases) return listCases(turn);
  if (value === commandValues.sendAsIssue && state.at === 'whichCase') return startFromHeld(turn, state);

  const [verb = '', argument = ''] = splitOnce(value);
  if (verb === 'case') return viewCase(turn, argument);
  if (verb === 'declaration') return viewDeclaration(turn, argument);
  if (verb === 'declarations') return listDeclarations(turn, argument === '' ? undefined : argument);
  if (verb === 'link') return pressOnLinking(turn, argument);
  if (verb === 'older' && /^\d{1,15}$/.test(argument)) return listCases(turn, Number(argument));
  if (verb === 'solved') return judge(turn, argument, true);
  if (verb === 'unsolved') return judge(turn, argument, false);
  if (verb === 'raise') return askLevelAbove(turn, argument);
  if (verb === 'add') return state.at === 'whichCase' ? addToCase(turn, argument, state) : askWhatToAdd(turn, argument);
  // A button of a form that is over, or of an older version.
  return showMenu(turn);
}

async function agree(turn: Turn): Promise<void> {
  const { state } = turn;
  if (turn.consent !== 'given') await giveConsent(turn);
  if (state.at === 'consent' && state.heldCode !== undefined) {
    await redeem(turn, state.heldCode);
    if (state.held === '' && state.heldFiles === 0) return turn.go({ at: 'idle' });
  }
  if (state.at === 'consent' && (state.held !== '' || state.heldFiles > 0)) {
    return startIssue(turn, 'issue', {
      text: state.held,
      messageIds: state.heldMessageIds,
      fileCount: state.heldFiles,
    });
  }
  return showMenu(turn, `${turn.phrases.consentGiven} ${turn.phrases.menu}`);
}

async function leave(turn: Turn): Promise<void> {
  const wasInForm = turn.state.at !== 'idle' && turn.state.at !== 'consent';
  if (turn.state.at === 'consent') return askConsent(turn, turn.state);
  await showMenu(turn, wasInForm ? turn.phrases.left : turn.phrases.nothingToLeave);
}

type Command =
  | 'start'
  | 'menu'
  | 'leave'
  | 'issue'
  | 'cases'
  | 'language'
  | 'consent'
  | 'officer'
  | 'phone'
  | 'declaration'
  | LinkingCommand;
type LinkingCommand = 'link' | 'verify' | 'enterprises' | 'share' | 'quit';

const commands: Record<string, Command> = {
  '/start': 'start',
  '/menu': 'menu',
  menu: 'menu',
  '/trogiup': 'menu',
  '/help': 'menu',
  '/huy': 'leave',
  huy: 'leave',
  'huy bo': 'leave',
  thoi: 'leave',
  cancel: 'leave',
  '/cancel': 'leave',
  '/vuongmac': 'issue',
  '/hoso': 'cases',
  '/tokhai': 'declaration',
  '/declaration': 'declaration',
  '/ngonngu': 'language',
  '/language': 'language',
  '/dongy': 'consent',
  '/gapcanbo': 'officer',
  '/sodienthoai': 'phone',
  '/phone': 'phone',
  '/lienket': 'link',
  '/link': 'link',
  '/xacminh': 'verify',
  '/verify': 'verify',
  '/doanhnghiep': 'enterprises',
  '/enterprise': 'enterprises',
  '/chiase': 'share',
  '/share': 'share',
  '/roi': 'quit',
  '/quit': 'quit',
};

/** A typed command, with or without diacritics, with the bot's name behind it in groups: `/huy@dong_hanh_bot`. */
function commandIn(text: string): Command | null {
  const typed = fold(text)
    .trim()
    .replace(/[.!]+$/u, '')
    .replace(/^(\/[a-z]+)@\w+/u, '$1');
  const [word = '', payload = ''] = typed.startsWith('/') ? typed.split(/\s+/u) : [typed];
  // A deep link carries a command behind /start; any other payload only starts.
  const linked = word === '/start' ? commands[`/${payload}`] : undefined;
  return linked ?? commands[word] ?? null;
}

/** A deep link may lead to one of the person's own cases. */
async function start(turn: Turn): Promise<void> {
  const reference = /^\/start\s+([A-Z]{2}-\d{4}-\d{1,9})\s*$/iu.exec(turn.text.trim())?.[1];
  return reference === undefined ? obey(turn, 'start') : viewCase(turn, reference.toUpperCase());
}

async function obey(turn: Turn, command: Command): Promise<void> {
  if (command === 'language') return offerLanguages(turn);
  if (command === 'leave' && turn.consent !== null) return leave(turn);
  if (command === 'consent' && turn.consent !== 'given') return askConsent(turn);
  if (turn.consent === null) return askConsent(turn, turn.state.at === 'consent' ? turn.state : undefined);
  if (command === 'link') return sayWays(turn);
  if (isLinking(command)) {
    if (turn.consent !== 'given') return askConsent(turn, undefined, turn.phrases.consentFirst);
    if (command === 'verify') return startVerifying(turn);
    if (command === 'enterprises') return showOwn(turn);
    return command === 'share' ? changeSharing(turn, null) : askToLeave(turn, null);
  }
  if (command === 'declaration') {
    return turn.consent === 'given' ? askDeclaration(turn) : askConsent(turn, undefined, turn.phrases.consentFirst);
  }
  if (command === 'issue' || command === 'cases' || command === 'officer' || command === 'phone') {
    if (turn.consent !== 'given') return askConsent(turn, undefined, turn.phrases.consentFirst);
    if (command === 'cases') return listCases(turn);
    if (command === 'phone') return askPhone(turn);
    return startIssue(turn, command === 'officer' ? 'question' : 'issue');
  }
  return showMenu(turn);
}

function isLinking(command: Command): command is LinkingCommand {
  return command === 'verify' || command === 'enterprises' || command === 'share' || command === 'quit';
}

interface Said {
  text: string;
  messageIds: number[];
  fileCount: number;
}

const nothingSaid: Said = { text: '', messageIds: [], fileCount: 0 };

/** A message while a form is open. */
async function proceed(turn: Turn): Promise<void> {
  const { state } = turn;
  // Whatever form is open, an accusation reaches nobody but internal control. What was said before goes with it.
  if (turn.understood?.intent.value === 'complaint_officer' && !isReport(state))
    return startReport(turn, withDraft(turn));
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
    case 'idle':
    case 'consent':
    case 'officer':
      return converse(turn);
  }
}

/** Free text with no form open. What was held before goes the same way. */
async function converse(turn: Turn, held: Said = nothingSaid): Promise<void> {
  const intent = turn.understood?.intent.value ?? (turn.files.length > 0 ? 'raise_issue' : 'other');
  if (turn.consent !== 'given' && needsConsent(intent)) return askConsent(turn, undefined, turn.phrases.consentFirst);
  if (turn.repliesToCase !== null && intent !== 'complaint_officer') return addToCase(turn, turn.repliesToCase);

  const said = {
    text: [held.text, turn.text].filter((text) => text.trim() !== '').join('\n'),
    messageIds: [...held.messageIds, turn.messageId],
    fileCount: held.fileCount + turn.files.length,
  };
  const asked = declarationAskedFor(turn.text);
  switch (intent) {
    // An accusation goes to internal control and nowhere else, whatever else the message says (PL07 Điều 4).
    case 'complaint_officer':
      return startReport(turn, said);
    case 'raise_issue':
      if (asked !== null && (await hasEnterprise(turn))) return viewDeclaration(turn, asked);
      return (await offerOpenCases(turn)) ? undefined : startIssue(turn, 'issue', said);
    case 'case_status':
      return askAfter(turn, asked);
    case 'talk_to_officer':
      return startIssue(turn, 'question', said);
    case 'rate_service':
      return sayComing(turn, 'rate');
    case 'lookup_appendix':
      return sayComing(turn, 'lookUp');
    case 'smalltalk':
      return turn.say(menuMessage(turn.phrases, isThanks(turn.text) ? turn.phrases.thanks : turn.phrases.menu));
    case 'other':
      return (await offerOpenCases(turn)) ? undefined : offerToSend(turn, said);
  }
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

/** Nothing was understood: the words are kept at hand, so that one tap sends them to an officer. */
async function offerToSend(turn: Turn, said: Said): Promise<void> {
  const { phrases } = turn;
  turn.go({ at: 'whichCase', ...said });
  const menu = menuMessage(phrases, phrases.notUnderstood);
  await turn.say({
    ...menu,
    choices: [[{ value: commandValues.sendAsIssue, label: phrases.sendAsIssue }], ...(menu.choices ?? [])],
  });
}

function isForged({ incoming: { content } }: Turn): boolean {
  return content.kind === 'choice' && content.isForged === true;
}

/** Who was not asked yet is asked, whatever else was or was not said. */
function isNothingElse({ consent, text, files }: Turn): boolean {
  return consent !== null && files.length === 0 && text.trim() === '';
}

function needsConsent(intent: string): boolean {
  return (
    intent === 'raise_issue' || intent === 'complaint_officer' || intent === 'talk_to_officer' || intent === 'other'
  );
}

function isThanks(text: string): boolean {
  return /\b(cam on|thanks|thank you|tks|cam ta)\b/u.test(fold(text));
}

function splitOnce(value: string): [string, string] {
  const at = value.indexOf(':');
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)];
}
