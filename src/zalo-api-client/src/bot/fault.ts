import { botCodes } from '../errors/bot-codes.ts';
import type { Exchange } from '../http/exchange.ts';
import { refusal, silence, withoutEnvelope } from '../http/judge.ts';
import { fieldsOf, numberOf, textOf } from '../read.ts';
import { failed, succeeded, type ZaloResult } from '../result.ts';

export interface BotJudging {
  readonly repeatable: boolean;
  readonly now: Date;
  readonly token: string;
}

/** Judges `{ok, result}` or `{ok, error_code, description}`, whatever the HTTP status says. */
export function judgeBot(outcome: Exchange, { repeatable, now, token }: BotJudging): ZaloResult<unknown> {
  const judging = { codes: botCodes, repeatable, now, secrets: [token] };
  if (outcome.kind !== 'answered') return failed(silence(outcome, judging));

  const envelope = fieldsOf(outcome.body);
  if (envelope.ok === true) return succeeded(envelope.result);
  const code = numberOf(envelope.error_code);
  if (envelope.ok !== false || code === undefined) return failed(withoutEnvelope(outcome, judging));
  return failed(refusal({ code, text: textOf(envelope.description) ?? 'no explanation' }, outcome, judging));
}
