import { enterpriseCodeIn } from '../../../rules/linking/enterprise-code.ts';
import type { Turn } from '../../turn.ts';
import { linkCodeIn } from '../officer/link.ts';

/** A code that somebody wants to prove something with: an enterprise's from a letter, or an officer's from the console. */
export type CodeInMessage = { of: 'enterprise' | 'officer'; code: string };

/** The one place where codes are told from one another and from ordinary words. Null for anything that is none. */
export function codeIn(turn: Pick<Turn, 'text' | 'conversation' | 'state'>): CodeInMessage | null {
  const code = enterpriseCodeIn(turn.text);
  if (code !== null) return { of: 'enterprise', code };
  const officers = linkCodeIn(turn);
  return officers === null ? null : { of: 'officer', code: officers };
}
