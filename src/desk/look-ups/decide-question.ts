import { NotPermitted } from '../../errors.ts';
import { mayKeepLibrary } from '../../rules/visibility/may-keep-library.ts';
import { appendLedger } from '../../store/ledger.ts';
import { saveFrequentQuestion } from '../../store/lookups.ts';
import { officerById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';

export interface QuestionDecision {
  tokens: string;
  /** As the list of frequent questions says it. */
  question: string;
  address: string | null;
  accepted: boolean;
}

/** Takes a repeated question into the list of frequent ones, or leaves it out for good. Decided again, the newer word holds. */
export async function decideQuestion({ tx, at, by }: Act, decision: QuestionDecision): Promise<void> {
  const officer = by.kind === 'officer' ? await officerById(tx, by.officerId) : null;
  if (officer === null || !mayKeepLibrary(officer.role)) throw new NotPermitted('quyết định câu hỏi thường gặp');
  const { tokens, question, address, accepted } = decision;
  await saveFrequentQuestion(tx, {
    tokens,
    question,
    address,
    state: accepted ? 'accepted' : 'dismissed',
    proposedAt: at,
    decidedBy: officer.id,
    decidedAt: at,
  });
  const type = accepted ? 'frequentQuestionAccepted' : 'frequentQuestionDismissed';
  await appendLedger(tx, 'library', [{ type, detail: { address } }], by, at);
}
