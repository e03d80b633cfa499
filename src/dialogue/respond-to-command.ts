import { fold } from '../rules/identity/fold.ts';
import { askConsent } from './flows/consent.ts';
import { askToDelete, exportOwnData, showOwnData } from './flows/data-rights/own-data.ts';
import { askDeclaration } from './flows/declaration-status.ts';
import { offerLanguages } from './flows/language.ts';
import { leave } from './flows/leave.ts';
import { askToLeave, changeSharing, showOwn } from './flows/linking/own-enterprises.ts';
import { sayWays, startVerifying } from './flows/linking/verify.ts';
import { answerQuestion } from './flows/look-up/answer-question.ts';
import { startLookUp } from './flows/look-up/browse.ts';
import { showMenu } from './flows/menu.ts';
import { listCases, viewCase } from './flows/my-cases.ts';
import { startIssue } from './flows/raise-issue.ts';
import { startRating } from './flows/rating/start.ts';
import { askPhone } from './flows/share-phone.ts';
import type { Turn } from './turn.ts';

export type Command =
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
  | 'rate'
  | 'lookUp'
  | DataCommand
  | LinkingCommand;
type DataCommand = 'data' | 'exportData' | 'deleteData';
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
  취소: 'leave',
  메뉴: 'menu',
  '/cancel': 'leave',
  '/vuongmac': 'issue',
  '/hoso': 'cases',
  '/danhgia': 'rate',
  '/rate': 'rate',
  '/tracuu': 'lookUp',
  '/lookup': 'lookUp',
  'tra cuu': 'lookUp',
  'tra cuu phu luc': 'lookUp',
  '/tokhai': 'declaration',
  '/declaration': 'declaration',
  '/ngonngu': 'language',
  '/language': 'language',
  '/dongy': 'consent',
  '/gapcanbo': 'officer',
  '/sodienthoai': 'phone',
  '/phone': 'phone',
  '/dulieu': 'data',
  '/data': 'data',
  'du lieu cua toi': 'data',
  'my data': 'data',
  'tai du lieu': 'exportData',
  'export my data': 'exportData',
  'xoa du lieu': 'deleteData',
  'xoa du lieu cua toi': 'deleteData',
  'delete my data': 'deleteData',
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
export function commandIn(text: string): Command | null {
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
export async function start(turn: Turn): Promise<void> {
  const reference = /^\/start\s+([A-Z]{2}-\d{4}-\d{1,9})\s*$/iu.exec(turn.text.trim())?.[1];
  return reference === undefined ? obey(turn, 'start') : viewCase(turn, reference.toUpperCase());
}

export async function obey(turn: Turn, command: Command): Promise<void> {
  if (command === 'language') return offerLanguages(turn);
  // A right that needs no consent.
  if (command === 'data') return showOwnData(turn);
  if (command === 'exportData') return exportOwnData(turn);
  if (command === 'deleteData') return askToDelete(turn);
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
  if (command === 'rate') return startRating(turn);
  if (command === 'lookUp') return lookUpBehind(turn);
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

/** `/tracuu phụ lục 6 điều 3` asks at once. */
function lookUpBehind(turn: Turn): Promise<void> {
  const question = /^\/\S+\s+(.+)$/su.exec(turn.text.trim())?.[1];
  return question === undefined ? startLookUp(turn) : answerQuestion(turn, question);
}

function isLinking(command: Command): command is LinkingCommand {
  return command === 'verify' || command === 'enterprises' || command === 'share' || command === 'quit';
}
