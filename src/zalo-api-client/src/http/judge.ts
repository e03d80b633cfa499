import { type CodeTable, type Meaning, meaning } from '../errors/codes.ts';
import { secondsUntilMorning } from '../errors/night.ts';
import { fieldsOf, numberOf, present, textOf } from '../read.ts';
import { redact } from '../redact.ts';
import { failed, succeeded, type ZaloFault, type ZaloResult } from '../result.ts';
import type { Exchange } from './exchange.ts';

export interface Judging {
  readonly codes: CodeTable;
  /** True when asking twice is harmless, so that silence is a network fault rather than an unknown outcome. */
  readonly repeatable: boolean;
  readonly now: Date;
  readonly secrets: readonly (string | undefined)[];
}

export type Answer = Extract<Exchange, { kind: 'answered' }>;

/** Judges an envelope `{error, message, data}` by `error`, whatever the HTTP status says. */
export function judge(outcome: Exchange, judging: Judging): ZaloResult<unknown> {
  if (outcome.kind !== 'answered') return failed(silence(outcome, judging));

  const envelope = fieldsOf(outcome.body);
  const code = numberOf(envelope.error);
  const remaining = present({ rateLimitRemaining: numberOf(outcome.headers.get('x-ratelimit-remain')) });
  if (code === 0) return { ...succeeded(envelope.data), ...remaining };
  if (code === undefined) return { ...failed(withoutEnvelope(outcome, judging)), ...remaining };

  const text = textOf(envelope.message) ?? 'no explanation';
  return { ...failed(refusal({ code, text }, outcome, judging)), ...remaining };
}

/** A refusal the platform gave a number to. */
export function refusal(said: { code: number; text: string }, answer: Answer, judging: Judging): ZaloFault {
  const means = judging.codes.get(said.code) ?? meaning(answer.status === 429 ? 'rate' : 'unknown');
  return present({
    code: said.code,
    ...means,
    message: redact(`Zalo refused (${said.code}): ${said.text}`, judging.secrets),
    httpStatus: answer.status,
    retryAfterSeconds: retryAfter(means, answer, judging.now),
  });
}

/** Nothing came back: harmless if nothing left or asking twice is harmless, otherwise to be reconciled. */
export function silence(outcome: Exclude<Exchange, Answer>, judging: Pick<Judging, 'repeatable'>): ZaloFault {
  if (outcome.kind === 'neverLeft') {
    return { ...meaning('network'), message: `No connection to Zalo (${outcome.reason})` };
  }
  const means = meaning(judging.repeatable ? 'network' : 'unknownOutcome');
  return { ...means, message: `Zalo gave no answer (${outcome.reason})` };
}

/** An answer in no form we know, such as a gateway's page: judged by its HTTP status alone. */
export function withoutEnvelope(answer: Answer, judging: Judging): ZaloFault {
  const means = meaningOfStatus(answer.status, judging.repeatable);
  return present({
    ...means,
    message: `Zalo answered HTTP ${answer.status} without its usual envelope`,
    httpStatus: answer.status,
    retryAfterSeconds: retryAfter(means, answer, judging.now),
  });
}

function meaningOfStatus(status: number, repeatable: boolean): Meaning {
  if (status === 429) return meaning('rate');
  if (status === 401) return meaning('auth');
  if (status === 413) return meaning('parameter');
  // The rest of 3xx and 4xx were turned away at the door; 408, 2xx and 5xx may have been carried out.
  if (status >= 300 && status < 500 && status !== 408) return meaning('unknown');
  return meaning(repeatable ? 'network' : 'unknownOutcome');
}

function retryAfter(means: Meaning, answer: Answer, now: Date): number | undefined {
  if (means.category === 'night') return secondsUntilMorning(now);
  const header = answer.headers.get('retry-after');
  if (header === null) return undefined;
  const seconds = numberOf(header) ?? Math.ceil((Date.parse(header) - now.getTime()) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
