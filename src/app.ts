import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { openNameDirectory } from './assistant/name-directory.ts';
import { answerName } from './channel/delivery/answer-name.ts';
import { openFileLinks } from './channel/file-link.ts';
import type { Channel } from './channel/port.ts';
import { openWebchat } from './channel/webchat/webchat.ts';
import { type MovableClock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { openDemonstration } from './demonstration/demonstration.ts';
import { act, type Desk } from './desk/act.ts';
import { installDefaults } from './desk/installation/install-defaults.ts';
import { openViewKeeper } from './desk/oversight/view-keeper.ts';
import { openRuleBook } from './desk/rule-book.ts';
import { openPhrasing } from './dialogue/notices.ts';
import { createOfficerSignIn, openAuth } from './http/auth.ts';
import { linkedFileRoutes } from './http/linked-file-routes.ts';
import { openLiveHub } from './http/live-hub.ts';
import { openMetrics } from './http/metrics.ts';
import { openDirectorySignIn } from './http/oidc.ts';
import { httpApp } from './http/server.ts';
import { webchatRoutes } from './http/webchat-routes.ts';
import { openLog } from './log.ts';
import { localDate } from './rules/working-time/local-date.ts';
import { settledText } from './store/access.ts';
import { openAnnouncements } from './store/announcements.ts';
import { ensureBootstrapKey } from './store/api-keys.ts';
import { allNames } from './store/assistant-cases.ts';
import { openRunKeeper } from './store/assistant-runs.ts';
import { openJobs } from './store/jobs.ts';
import { libraryOn } from './store/library-index.ts';
import { openStore } from './store/open-store.ts';
import { connectTelegram, type TelegramConnection } from './telegram-connection.ts';
import { startWorkers } from './workers.ts';
import { connectZaloBot, type ZaloBotConnection } from './zalo-bot-connection.ts';
import { connectZalo, type ZaloConnection } from './zalo-connection.ts';

export interface AppOptions {
  config: Config;
  /** Given by `npm run demo` only: planted data, a clock that can be pushed, addresses under /demo. */
  demonstration?: { clock: MovableClock };
  /** Where the build put the pages. */
  staticPages: string;
}

export interface App {
  /** Where it answers, with the port that was really taken. */
  url: string;
  /** Stops in the reverse order of starting: nothing new comes in, what is in hand is finished, the store closes last. */
  close(): Promise<void>;
}

/** Builds the product out of its parts and starts it. The only place where adapters meet verbs. */
export async function startApp({ config, demonstration, staticPages }: AppOptions): Promise<App> {
  const log = openLog(config.logLevel);
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).toReversed()) await step();
  };
  const onFault = (fault: unknown) => log.error({ err: fault }, 'a part reported a fault');

  try {
    const store = await openStore({ ...config, connections: 16, say: (sentence) => log.warn(sentence) });
    closing.push(() => store.close());
    const { database } = store;
    const announcements = await openAnnouncements(database.sql);
    closing.push(() => announcements.close());
    const jobs = await openJobs(store.url, onFault);
    closing.push(() => jobs.stop());

    const desk: Desk = {
      database,
      clock: demonstration?.clock ?? systemClock,
      announcements,
      phrasing: openPhrasing(config.timeZone),
      jobs,
      ruleBook: openRuleBook(config.timeZone),
      zone: config.timeZone,
    };
    await act(desk, { kind: 'schedule', name: 'installation' }, installDefaults);
    if (config.bootstrapApiKey !== null)
      await ensureBootstrapKey(database.db, config.bootstrapApiKey, desk.clock.now());
    const demo =
      demonstration === undefined
        ? null
        : await openDemonstration(desk, demonstration.clock, (signIn) =>
            createOfficerSignIn(database.db, { ...signIn, at: desk.clock.now() }),
          );

    const metrics = openMetrics(database.db);
    const assistant =
      config.assistant === null
        ? null
        : // The client of the endpoint takes memory that a desk without a model has no use for.
          (await import('./assistant/assistant.ts')).openAssistant({
            settings: config.assistant,
            keeper: openRunKeeper(database.db, config.timeZone),
            clock: desk.clock,
            directory: openNameDirectory(desk.clock, () => allNames(database.db)),
            onRun: (job, outcome, milliseconds) =>
              metrics.assistantSeconds.observe({ job, outcome }, milliseconds / 1000),
          });
    const webchat = openWebchat({ uploadsDirectory: join(config.filesDirectory, 'uploads') });
    const telegram: TelegramConnection | null =
      config.telegram === null
        ? null
        : connectTelegram({ desk, log, settings: config.telegram, publicUrl: config.publicUrl, metrics });
    const fileLinks = openFileLinks({
      secret: await settledText(database.db, 'fileLinkSecret', () => randomBytes(32).toString('base64url')),
      publicUrl: config.publicUrl,
      clock: desk.clock,
    });
    const zalo: ZaloConnection | null =
      config.zalo === null
        ? null
        : connectZalo({
            desk,
            log,
            settings: config.zalo,
            mediaHosts: config.zaloMediaHosts,
            metrics,
            linkTo: fileLinks.linkTo,
          });
    const zaloBot: ZaloBotConnection | null =
      config.zaloBot === null
        ? null
        : connectZaloBot({
            desk,
            log,
            settings: config.zaloBot,
            publicUrl: config.publicUrl,
            metrics,
            mediaHosts: config.zaloMediaHosts,
            linkTo: fileLinks.linkTo,
          });
    const channels: Channel[] = [webchat, ...[telegram, zalo, zaloBot].flatMap((each) => each?.channel ?? [])];

    if (zalo !== null) {
      await zalo.start(config.roles.includes('worker') ? 'worker' : 'web');
      closing.push(() => zalo.stop());
    }
    if (config.roles.includes('worker')) {
      const { filesDirectory } = config;
      const auditDirectory = join(config.dataDirectory, 'audit');
      const workers = await startWorkers({
        desk,
        channels,
        jobs,
        log,
        assistant,
        filesDirectory,
        auditDirectory,
        onFired: ({ act, latenessMilliseconds }) =>
          metrics.ladderLatenessSeconds.observe({ act }, latenessMilliseconds / 1000),
        onForgery: (channel) => metrics.forgedPresses.inc({ channel }),
        onAnswer: (channel, answer) => metrics.platformAnswers.inc({ channel, answer: answerName(answer) }),
        accountChecks: [zalo, zaloBot].flatMap((each) => each?.checkAccount ?? []),
      });
      closing.push(() => workers.stop());
    }
    const url = config.roles.includes('web') ? await listen() : '';
    // So that nobody's first question waits until the texts in force are read and indexed.
    const readied = libraryOn(database.db, localDate(desk.clock.now(), desk.zone)).catch(onFault);
    closing.push(() => readied);
    if (telegram !== null) {
      if (config.roles.includes('web')) await telegram.start();
      closing.push(() => telegram.stop());
    }
    if (zaloBot !== null) {
      if (config.roles.includes('web')) await zaloBot.start();
      closing.push(() => zaloBot.stop());
    }
    return { url, close };

    async function listen(): Promise<string> {
      const live = await openLiveHub({ db: database.db, announcements, clock: desk.clock, onFault });
      closing.push(() => live.stop());
      const views = openViewKeeper({ db: database.db, onFault });
      closing.push(() => views.stop());
      const isDemonstration = demo !== null;
      const isReady = () =>
        database.sql`select 1`.then(
          () => true,
          () => false,
        );
      const app = httpApp({
        desk,
        auth: await openAuth({ db: database.db, publicUrl: config.publicUrl }),
        directory:
          config.oidc === null
            ? null
            : openDirectorySignIn(desk, { publicUrl: config.publicUrl, settings: config.oidc }),
        config: {
          publicUrl: config.publicUrl,
          isDemonstration,
          telegramBotName: () => telegram?.botName() ?? null,
          filesDirectory: config.filesDirectory,
          secondFactorFor: config.secondFactorFor,
        },
        assistant:
          assistant === null ? null : { ...assistant, dailyBudgetMicros: config.assistant?.dailyBudgetMicros ?? 0 },
        channels,
        log,
        metrics,
        live,
        views,
        isReady,
        ...(demo ?? {}),
        staticPages,
        extraRoutes: [
          ...(telegram === null ? [] : telegram.routes),
          ...(zalo === null ? [] : zalo.routes),
          ...(zaloBot === null ? [] : zaloBot.routes),
          linkedFileRoutes({ desk, links: fileLinks, filesDirectory: config.filesDirectory }),
          webchatRoutes({ desk, channel: webchat, live, config: { ...config, isDemonstration } }),
        ],
      });
      const server = serve({ fetch: app.fetch, port: config.port });
      const [problem] = await Promise.race([once(server, 'listening').then(() => []), once(server, 'error')]);
      if (problem !== undefined) throw problem;
      closing.push(
        () =>
          new Promise((resolve) => {
            server.close(resolve);
            // Live updates never end by themselves.
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      );
      return `http://localhost:${(server.address() as AddressInfo).port}`;
    }
  } catch (fault) {
    await close();
    throw fault;
  }
}
