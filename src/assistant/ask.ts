import OpenAI from 'openai';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { LanguageModelSettings } from '../config.ts';
import { afterAnswer, type Breaker, closedBreaker, mayAsk, trying } from './breaker.ts';
import { isMadeUp } from './made-up.ts';
import { openMasking } from './masking.ts';
import type { NameList } from './names.ts';
import { type AssistantJob, assistantJobs, type RunKeeper, type RunOutcome } from './port.ts';
import { type Prompt, readPrompt } from './prompts.ts';
import { mapTexts, textsIn } from './texts.ts';

export interface AssistantParts {
  /** Any endpoint that speaks the protocol, so that a model can run inside the agency's network. */
  settings: LanguageModelSettings;
  keeper: RunKeeper;
  clock: Clock;
  /** Everybody whose name is known here; a text may name others than those it is about. */
  directory?: () => Promise<NameList>;
  /** Gives the endpoint less time than the prompts allow; they allow 2.5 to 15 seconds. */
  mostMilliseconds?: number;
  /** Tells what a run came to; never what was said in it. */
  onRun?: (job: AssistantJob, outcome: RunOutcome, tookMilliseconds: number) => void;
}

/** One question to the model. `read` turns what came back into a result, or says why it cannot be used. */
export interface Asking<Said, Result> {
  job: AssistantJob;
  caseId: number | null;
  names: readonly string[];
  /** What people said: data for the model, masked before it leaves. */
  data: Readonly<Record<string, unknown>>;
  /** Labels and published texts, which go as they are. */
  published: Readonly<Record<string, unknown>>;
  schema: z.ZodType<Said>;
  read(said: Said): Read<Result>;
  /** Kept with the run where an officer may use it. */
  draftOf?(result: Result): string;
}

/** What was said in a form that the desk can use, or why it cannot. */
export type Read<Result> = { usable: Result } | { unusable: 'invented' | 'nothing' };

export interface Answered<Result> {
  result: Result;
  runId: number;
}

export type Ask = <Said, Result>(asking: Asking<Said, Result>) => Promise<Answered<Result> | null>;

interface Usage {
  input: number;
  output: number;
}

/**
 * Opens the way to the model. It never waits longer than the prompt allows, and whatever goes wrong there, the answer is
 * null and the run says why; it rejects only where the run cannot be kept. Nothing leaves the house unmasked.
 */
export function openAsk({ settings, keeper, clock, directory, mostMilliseconds, onRun }: AssistantParts): Ask {
  const { apiKey, baseUrl: baseURL, model, dailyBudgetMicros } = settings;
  // Trying again is ours to decide: a second try would cost the person another wait.
  const client = new OpenAI({ apiKey, baseURL, maxRetries: 0, organization: null, project: null, logLevel: 'off' });
  const prompts = new Map(
    assistantJobs.map((job) => {
      const prompt = readPrompt(job);
      const limit = Math.min(prompt.timeoutMilliseconds, mostMilliseconds ?? Number.POSITIVE_INFINITY);
      return [job, { ...prompt, timeoutMilliseconds: limit }];
    }),
  );
  let breaker: Breaker = closedBreaker;
  // What questions under way may still cost, so that many at once do not overdraw the day together.
  let promisedMicros = 0;

  const costOf = ({ input, output }: Usage) =>
    Math.ceil(input * settings.priceMicros.input + output * settings.priceMicros.output);

  return async (asking) => {
    const { job, caseId, names, data, published, schema, read, draftOf } = asking;
    const prompt = prompts.get(job) ?? readPrompt(job);
    const askedAt = clock.now();
    const startedAt = performance.now();

    async function conclude(outcome: RunOutcome, usage: Usage, draft: string | null = null): Promise<number> {
      const tookMilliseconds = Math.round(performance.now() - startedAt);
      onRun?.(job, outcome, tookMilliseconds);
      return keeper.keep({
        job,
        promptHash: prompt.hash,
        model,
        caseId,
        askedAt,
        tookMilliseconds,
        tokensIn: usage.input,
        tokensOut: usage.output,
        costMicros: costOf(usage),
        outcome,
        draft: draft === null ? null : { text: draft },
      });
    }

    if (!mayAsk(breaker, askedAt)) {
      await conclude('switchedOff', nothingUsed);
      return null;
    }
    const masking = openMasking(names, await directory?.());
    const question = JSON.stringify({ ...record(mapTexts(data, masking.mask)), ...published });
    const most = { input: tokensOf(prompt.text) + tokensOf(question), output: prompt.maxTokens };
    const mostMicros = costOf(most);
    if ((await keeper.spentMicros(askedAt)) + promisedMicros + mostMicros > dailyBudgetMicros) {
      await conclude('overBudget', nothingUsed);
      return null;
    }

    breaker = trying(breaker, askedAt);
    promisedMicros += mostMicros;
    try {
      const answer = await answerOf(client, { model, job, prompt, question, schema });
      const isFault = 'fault' in answer && answer.isFault;
      breaker = afterAnswer(breaker, isFault, clock.now());
      if ('fault' in answer) {
        // An endpoint may charge for what we did not wait for.
        await conclude(answer.fault, answer.fault === 'timedOut' ? most : nothingUsed);
        return null;
      }
      const usage = answer.usage ?? most;
      const reading = readingOf(answer.content);
      if ('unusable' in reading) {
        await conclude(reading.unusable, usage);
        return null;
      }
      const { result } = reading;
      return { result, runId: await conclude('answered', usage, draftOf?.(result) ?? null) };
    } finally {
      promisedMicros -= mostMicros;
    }

    function readingOf(content: string | null) {
      const json = parsed(content);
      if (json === undefined) return { unusable: 'malformed' as const };
      if (isMadeUp(textsIn(json), textsIn(published), prompt.text)) return { unusable: 'invented' as const };
      let hasFalseMark = false;
      const plain = mapTexts(json, (text) => {
        const own = masking.unmask(text);
        if (own === null) hasFalseMark = true;
        return own ?? '';
      });
      if (hasFalseMark) return { unusable: 'invented' as const };
      const said = schema.safeParse(plain);
      if (!said.success) return { unusable: 'malformed' as const };
      const result = read(said.data);
      return 'unusable' in result ? result : { result: result.usable };
    }
  };
}

const nothingUsed: Usage = { input: 0, output: 0 };

// Vietnamese takes about a token for every two and a half bytes; this is never too low.
function tokensOf(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / 2);
}

type EndpointAnswer =
  | { content: string | null; usage: Usage | null }
  /** Whether it tells of an endpoint that cannot be used, rather than of this one question. */
  | { fault: RunOutcome; isFault: boolean };

async function answerOf(
  client: OpenAI,
  asked: { model: string; job: AssistantJob; prompt: Prompt; question: string; schema: z.ZodType },
): Promise<EndpointAnswer> {
  const { model, job, prompt, question, schema } = asked;
  const { $schema: _dialect, ...shape } = z.toJSONSchema(schema);
  const limit = AbortSignal.timeout(prompt.timeoutMilliseconds);
  try {
    const { choices, usage } = await client.chat.completions.create(
      {
        model,
        temperature: 0,
        max_tokens: prompt.maxTokens,
        messages: [
          { role: 'system', content: prompt.text },
          { role: 'user', content: question },
        ],
        response_format: { type: 'json_schema', json_schema: { name: job, strict: true, schema: shape } },
      },
      // The client's own limit ends with the headers; an answer that trickles is given up as well.
      { timeout: prompt.timeoutMilliseconds, signal: limit },
    );
    return {
      content: choices?.[0]?.message?.content ?? null,
      usage: usage === undefined ? null : { input: usage.prompt_tokens, output: usage.completion_tokens },
    };
  } catch (fault) {
    return limit.aborted ? { fault: 'timedOut', isFault: true } : faultOf(fault);
  }
}

function faultOf(fault: unknown): { fault: RunOutcome; isFault: boolean } {
  if (fault instanceof OpenAI.APIConnectionTimeoutError) return { fault: 'timedOut', isFault: true };
  if (fault instanceof OpenAI.RateLimitError) return { fault: 'rateLimited', isFault: true };
  if (fault instanceof OpenAI.InternalServerError) return { fault: 'serverFault', isFault: true };
  if (fault instanceof OpenAI.APIConnectionError) return { fault: 'unreachable', isFault: true };
  // A wrong key or address is wrong for every question; a question that is refused says nothing about the next one.
  if (fault instanceof OpenAI.APIError)
    return { fault: 'refused', isFault: [401, 403, 404].includes(fault.status ?? 0) };
  // The body broke off or is no JSON.
  return { fault: fault instanceof SyntaxError ? 'malformed' : 'unreachable', isFault: true };
}

/** Undefined where it is no JSON. */
function parsed(content: string | null): unknown {
  if (content === null) return undefined;
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function record(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
