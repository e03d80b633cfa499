import { fold } from '../../../rules/identity/fold.ts';
import type { OfficerAnswer } from '../../state.ts';

/** What an officer's typed words ask for. A reference of null stands for the case of the message that is replied to. */
export type Wish =
  | { kind: 'help' | 'leave' | 'unlink' | 'list' }
  | { kind: 'view' | 'take' | 'pass'; reference: string | null }
  | { kind: 'answer'; reference: string | null; text: string; next: OfficerAnswer['next'] }
  | { kind: 'note'; reference: string | null; text: string }
  /** "1 VM-2026-000123": the first of what the alert about this case offers. */
  | { kind: 'pick'; number: number; reference: string }
  | { kind: 'words'; text: string };

const code = String.raw`(?<kind>vm|pa|[dđ]g|hd)[\s–_-]{0,2}(?<year>20\d\d)[\s–_-]{0,2}(?<number>\d{1,6})(?!\d)`;
const anywhere = new RegExp(String.raw`(?<![\p{L}\d])${code}`, 'iu');
const atStart = new RegExp(String.raw`^\s*${code}(?<after>[\s\S]*)$`, 'iu');
const picked = new RegExp(String.raw`^\s*(?<choice>\d)\s*[.):]?\s+${code}\s*$`, 'iu');
const command = /^\s*\/(?<word>\p{L}+)(?:@\w+)?(?<rest>[\s\S]*)$/u;

/** The first case number in a text, as we print it; null when there is none. */
export function caseCodeIn(text: string): string | null {
  const found = anywhere.exec(text)?.groups;
  return found === undefined ? null : printed(found);
}

/** Reads typed words: commands with and without marks, a number with a case, an address in front of an answer. */
export function readWish(text: string): Wish {
  const picks = picked.exec(text)?.groups;
  if (picks !== undefined) return { kind: 'pick', number: Number(picks.choice), reference: printed(picks) };

  const given = command.exec(text)?.groups;
  if (given !== undefined) return obey(fold(given.word ?? ''), given.rest ?? '', text);

  const bare = fold(text)
    .trim()
    .replace(/[.!]+$/u, '');
  if (['huy', 'huy bo', 'thoi', 'cancel'].includes(bare)) return { kind: 'leave' };
  if (['vu viec', 'vu viec cua toi'].includes(bare)) return { kind: 'list' };
  if (['menu', 'tro giup', 'help'].includes(bare)) return { kind: 'help' };

  const addressed = atStart.exec(text)?.groups;
  if (addressed === undefined) return { kind: 'words', text };
  const after = addressed.after ?? '';
  if (after.trim() === '') return { kind: 'view', reference: printed(addressed) };
  // Without a colon it may be talk about the case rather than words for the enterprise: then the bot asks.
  const said = /^\s*[:：]\s*(?<said>[\s\S]*)$/u.exec(after)?.groups?.said;
  if (said === undefined) return { kind: 'words', text };
  return { kind: 'answer', reference: printed(addressed), text: said.trim(), next: 'nothing' };
}

function obey(word: string, rest: string, text: string): Wish {
  const { reference, said } = addressIn(rest);
  switch (word) {
    case 'huy':
    case 'cancel':
      return { kind: 'leave' };
    case 'huylienket':
      return { kind: 'unlink' };
    case 'vuviec':
      return reference === null ? { kind: 'list' } : { kind: 'view', reference };
    case 'nhan':
      return { kind: 'take', reference };
    case 'chuyen':
      return { kind: 'pass', reference };
    case 'ghichu':
      return { kind: 'note', reference, text: said };
    case 'traloi':
      return { kind: 'answer', reference, text: said, next: 'nothing' };
    case 'hoithem':
      return { kind: 'answer', reference, text: said, next: 'awaitEnterprise' };
    case 'giaiquyet':
      return { kind: 'answer', reference, text: said, next: 'resolve' };
    case 'trogiup':
    case 'help':
    case 'menu':
    case 'start':
      return { kind: 'help' };
    default:
      return { kind: 'words', text };
  }
}

function addressIn(rest: string): { reference: string | null; said: string } {
  const addressed = atStart.exec(rest)?.groups;
  if (addressed === undefined) return { reference: null, said: rest.trim() };
  return { reference: printed(addressed), said: (addressed.after ?? '').replace(/^\s*[:：,.–-]\s*/u, '').trim() };
}

function printed({ kind = '', year = '', number = '' }: Record<string, string | undefined>): string {
  return `${kind.toUpperCase().replace('Đ', 'D')}-${year}-${number.padStart(6, '0')}`;
}
