/** What the language model does for the desk. Every answer may be null: then the desk goes on as if there were no model. */
export interface Assistant {
  /** What a message means, where the rules are unsure. */
  understand(question: UnderstandQuestion): Promise<ModelReading | null>;
  /** Which of the given passages answer a question. Every quotation stands in its passage, letter for letter. */
  answer(question: AnswerQuestion): Promise<readonly Quotation[] | null>;
  /** What an officer might reply. Shown, never sent by itself. */
  draft(question: DraftQuestion): Promise<Draft | null>;
  /** A case in two sentences, for an alert. */
  summarise(question: SummaryQuestion): Promise<string | null>;
  /** The same words in another language. */
  translate(question: TranslateQuestion): Promise<string | null>;
}

export type AssistantJob = keyof Assistant;

export const assistantJobs: readonly AssistantJob[] = ['understand', 'answer', 'draft', 'summarise', 'translate'];

interface Question {
  /** The case it is about; null before there is one. */
  caseId: number | null;
  /** Names of people and enterprises that must not leave the house, beside what masking finds by itself. */
  names: readonly string[];
}

export interface UnderstandQuestion extends Question {
  text: string;
  intents: readonly string[];
  categories: readonly string[];
}

export interface ModelReading {
  intent: string;
  category: string | null;
}

/** A piece of a published text. */
export interface Passage {
  /** What a citation names. */
  id: string;
  text: string;
}

export interface AnswerQuestion extends Question {
  text: string;
  passages: readonly Passage[];
}

export interface Quotation {
  id: string;
  quote: string;
}

export interface SaidOnCase {
  from: 'enterprise' | 'customs';
  text: string;
}

export interface DraftQuestion extends Question {
  matter: string;
  /** Oldest first. */
  messages: readonly SaidOnCase[];
  passages: readonly Passage[];
}

export interface Draft {
  text: string;
  sources: readonly Quotation[];
  /** The stored run, so that what becomes of the draft is known. */
  runId: number;
}

export interface SummaryQuestion extends Question {
  matter: string;
  /** Oldest first. */
  messages: readonly SaidOnCase[];
}

export type AssistantLanguage = 'vi' | 'en' | 'ko';

export interface TranslateQuestion extends Question {
  text: string;
  from: AssistantLanguage;
  to: AssistantLanguage;
}

/** How a run ended. */
export type RunOutcome =
  | 'answered'
  /** It had nothing to say: none of the passages answers. */
  | 'nothing'
  | 'timedOut'
  | 'unreachable'
  | 'rateLimited'
  | 'serverFault'
  | 'refused'
  /** Not the JSON that was asked for. */
  | 'malformed'
  /** It quoted what is not there, named what it was not given, or said what it was told. */
  | 'invented'
  | 'overBudget'
  | 'switchedOff';

export interface Run {
  job: AssistantJob;
  promptHash: string;
  model: string;
  caseId: number | null;
  askedAt: Date;
  tookMilliseconds: number;
  tokensIn: number;
  tokensOut: number;
  costMicros: number;
  outcome: RunOutcome;
  draft: { text: string } | null;
}

/** Where runs are kept. */
export interface RunKeeper {
  /** Millionths of a dollar spent on the day of the desk's zone that `at` falls in. */
  spentMicros(at: Date): Promise<number>;
  /** Returns the key of the stored run. */
  keep(run: Run): Promise<number>;
}
