import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import type { Tx } from './database.ts';

/** Work that is done beside the conversation, with retries of its own. */
export interface JobData {
  /** Copies an announced file from the platform to our storage. */
  'copy-file': { fileId: number };
  /** Sends an officer's answer once its files are copied. */
  'answer-with-files': AnswerWithFiles;
  /** Deletes what people wrote who did not agree to its being kept. */
  'forget-unconsented': Record<string, never>;
  /** Deletes what is past its time, by the periods that administrators set. */
  'clean-up': Record<string, never>;
  /** Recomputes the clocks of every live case and reports what differs. */
  'recompute-clocks': Record<string, never>;
  /** Seals all ledgers for the day and exports the root. */
  'audit-root': Record<string, never>;
  /** Verifies all ledgers because somebody asked. */
  'check-ledgers': { checkId: number };
  /** Makes the present of the organisation what was decided for today. */
  'bring-to-date': Record<string, never>;
  /** Ends the links of people to enterprises whose date has come. */
  'end-links': Record<string, never>;
  /** Looks how our accounts on the platforms are. */
  'check-accounts': Record<string, never>;
  /** Makes the copy of their data that somebody asked for. */
  'prepare-export': { requestId: number };
  /** Carries out what people asked about their data and tells of what is late. */
  'data-requests': Record<string, never>;
  /** Brings the daily figures of ratings to the present. */
  'rating-figures': Record<string, never>;
  /** Counts the promises that were decided since they were last counted. */
  'promise-figures': Record<string, never>;
  /** Tells managers how the last week went, once it is a new one. */
  'weekly-digest': Record<string, never>;
  /** Counts the ratings anew and looks for what was arranged. */
  'rating-night': Record<string, never>;
  /** Tries out and imports the files that people brought in the console. */
  'work-on-imports': Record<string, never>;
  /** Removes stored copies that no message has any more. */
  'remove-files': { paths: string[] };
}

/** An officer's answer to an enterprise whose files have to be copied first. */
export interface AnswerWithFiles {
  officerId: number;
  /** The officer's own chat. */
  conversationId: number;
  reference: string;
  text: string | null;
  next: 'nothing' | 'awaitEnterprise' | 'resolve';
  /** The officer's messages that brought the files. */
  fileMessageIds: number[];
}

export type JobName = keyof JobData;

/** Puts a job in the queue within the transaction: no commit, no job. */
export interface JobSender {
  send<Name extends JobName>(tx: Tx, name: Name, data: JobData[Name]): Promise<void>;
}

export interface Jobs extends JobSender {
  /** `handle` that throws is tried again, ever later, up to eight times in about four hours. */
  work<Name extends JobName>(name: Name, handle: (data: JobData[Name]) => Promise<void>): Promise<void>;
  /** Runs `name` by the clock of the wall, once whatever the number of processes. */
  schedule(
    name:
      | 'forget-unconsented'
      | 'clean-up'
      | 'audit-root'
      | 'recompute-clocks'
      | 'bring-to-date'
      | 'check-accounts'
      | 'end-links'
      | 'rating-figures'
      | 'rating-night'
      | 'promise-figures'
      | 'weekly-digest'
      | 'work-on-imports'
      | 'data-requests',
    cron: string,
    zone: string,
  ): Promise<void>;
  stop(): Promise<void>;
}

export const jobNames: readonly JobName[] = [
  'copy-file',
  'answer-with-files',
  'forget-unconsented',
  'clean-up',
  'audit-root',
  'check-ledgers',
  'recompute-clocks',
  'bring-to-date',
  'check-accounts',
  'end-links',
  'prepare-export',
  'data-requests',
  'rating-figures',
  'rating-night',
  'promise-figures',
  'weekly-digest',
  'work-on-imports',
  'remove-files',
];

export async function openJobs(url: string, onFault: (fault: unknown) => void): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, max: 4, application_name: 'dong-hanh jobs' });
  boss.on('error', onFault);
  await boss.start();
  for (const name of jobNames) {
    await boss.createQueue(name, { retryLimit: 8, retryDelay: 30, retryBackoff: true, retryDelayMax: 3600 });
  }
  return {
    async send(tx, name, data) {
      await boss.send(name, data, { db: fromDrizzle(tx, sql) });
    },
    async work(name, handle) {
      await boss.work<JobData[typeof name]>(name, { pollingIntervalSeconds: 1 }, async ([job]) => {
        if (job !== undefined) await handle(job.data);
      });
    },
    async schedule(name, cron, zone) {
      await boss.schedule(name, cron, {}, { tz: zone });
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5000 });
    },
  };
}
