import { Conflict } from '../../../errors.ts';
import { officersNamed } from '../../../rules/routing/named-officers.ts';
import { workingDayMinutes } from '../../../rules/working-time/working-day.ts';
import { conversationById } from '../../../store/conversations.ts';
import { appendLedger } from '../../../store/ledger.ts';
import { excludedFrom } from '../../../store/organisation.ts';
import { knownOfficers } from '../../../store/routing.ts';
import type { VerificationOutcome } from '../../../store/schema/ratings.ts';
import { saveVerification } from '../../../store/verifications.ts';
import type { Act } from '../../act.ts';
import { type Happened, happen } from '../../cases/happen.ts';
import { signatureOf } from '../../cases/signature.ts';
import { say } from '../../conversations/say.ts';
import { requireVerifier, type VisibleVerification, visibleVerification } from './visible-verification.ts';

export interface Outcome {
  reference: string;
  outcome: VerificationOutcome;
  /** For internal control. */
  finding: string;
  /** What the enterprise reads. */
  told: string;
}

/**
 * What the verification found, told to the enterprise in its chat. The rating stays as it was given, whatever is found:
 * untrue or about another declaration is a finding and no deletion (PL08 Điều 6 khoản 3).
 */
export async function decideOutcome(current: Act, input: Outcome): Promise<Happened> {
  const { tx, at, by } = current;
  const seen = await visibleVerification(current, input.reference);
  const officerId = requireVerifier(current, seen, 'kết luận xác minh này');
  if (seen.verification.decidedAt !== null)
    throw new Conflict('alreadyDecided', `Xác minh ${input.reference} đã có kết luận.`);
  await refuseToName(current, seen, input.told);

  const { outcome, finding, told } = input;
  await saveVerification(tx, seen.row.id, { outcome, finding, told, decidedBy: officerId, decidedAt: at });
  const messageId = await tell(current, seen, input, officerId);
  await appendLedger(
    tx,
    'ratings',
    [{ type: 'verificationDecided', detail: { caseId: seen.row.id, outcome } }],
    by,
    at,
  );
  return happen(current, seen.row, [
    ...(messageId === null ? [] : [{ type: 'replied' as const, messageId, officerId }]),
    { type: 'resolved', messageId, outcome },
  ]);
}

/** The words as the enterprise would read them, with nothing said yet. */
export async function outcomeMessage(
  current: Act,
  { row, verification }: VisibleVerification,
  { outcome, told }: Pick<Outcome, 'outcome' | 'told'>,
  officerId: number,
) {
  const { tx, phrasing } = current;
  const policy = await current.ruleBook.policy(tx, row.policyId);
  const language = row.conversationId === null ? null : (await conversationById(tx, row.conversationId)).language;
  const notice = {
    reference: row.reference,
    outcome,
    told,
    ...(await signatureOf(current, officerId)),
    mayAppeal: verification.appealOf === null,
    silenceDays: policy.silenceMinutes / workingDayMinutes,
  };
  return phrasing.aboutOutcome(notice, language ?? 'vi');
}

async function tell(
  current: Act,
  seen: VisibleVerification,
  input: Outcome,
  officerId: number,
): Promise<number | null> {
  const { conversationId, id: caseId } = seen.row;
  if (conversationId === null) return null;
  const message = await outcomeMessage(current, seen, input, officerId);
  return say(current, { conversationId, caseId, officerId, isAnswer: true, message });
}

/** What leaves the house never says whom it was about. */
async function refuseToName({ tx }: Act, { row }: VisibleVerification, told: string): Promise<void> {
  const excluded = await excludedFrom(tx, row.id);
  const concerned = (await knownOfficers(tx)).filter(({ id }) => excluded.has(id));
  const [named] = officersNamed(told, concerned);
  if (named === undefined) return;
  throw new Conflict(
    'namesTheRated',
    `Nội dung gửi doanh nghiệp đang nêu tên ${named.name}. Anh/chị viết lại, không nêu tên công chức bị đánh giá.`,
  );
}
