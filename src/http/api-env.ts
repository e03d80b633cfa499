import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Assistant } from '../assistant/port.ts';
import type { Channel } from '../channel/port.ts';
import type { Desk } from '../desk/act.ts';
import type { ViewKeeper } from '../desk/oversight/view-keeper.ts';
import type { Actor } from '../rules/case/words.ts';
import type { Role, Viewer } from '../rules/visibility/can-see.ts';
import type { UsableKey } from '../store/api-keys.ts';
import type { Auth } from './auth.ts';
import type { LiveHub } from './live-hub.ts';
import type { Metrics } from './metrics.ts';
import type { DirectorySignIn } from './oidc.ts';

/** Who asks: an officer with a session, or a program with a key. */
export type Reader = OfficerReader | KeyReader;

export interface KeyReader {
  kind: 'apiKey';
  actor: Extract<Actor, { kind: 'apiKey' }>;
  sight: 'everything';
  key: UsableKey;
}

export interface OfficerReader {
  kind: 'officer';
  actor: Extract<Actor, { kind: 'officer' }>;
  sight: Viewer;
  email: string;
  sessionId: string;
  hasSecondFactor: boolean;
}

/** What the routes know of the one who asks. Set before any handler under /api/v1 that needs it. */
export interface ApiEnv {
  Variables: {
    reader: Reader;
    /** The cases that an answer with many of them shows, for `keep-views.ts`. */
    shownCaseIds?: readonly number[];
  };
}

export type ClockMove = { advanceMinutes: number } | { advanceWorkingMinutes: number };

/** What the web side is built from. */
export interface HttpParts {
  desk: Desk;
  auth: Auth;
  /** The agency's directory, where there is one. */
  directory?: DirectorySignIn | null;
  config: {
    publicUrl: string;
    isDemonstration: boolean;
    /** Null until the bot's name is known. */
    telegramBotName(): string | null;
    /** Where received files are stored. */
    filesDirectory: string;
    /** The roles that may not work without a second factor; none where absent. */
    secondFactorFor?: readonly Role[];
  };
  /** The language model and what it may cost a day; null where there is none. */
  assistant: (Assistant & { dailyBudgetMicros: number }) | null;
  /** Through which answers go out, for saying beforehand what becomes of one; none where absent. */
  channels?: readonly Channel[];
  log: Logger;
  metrics: Metrics;
  live: LiveHub;
  /** Takes down who looked at which case. */
  views: ViewKeeper;
  isReady(): Promise<boolean>;
  /** The demonstration only: moves the clock and answers the new present. */
  moveClock?: (move: ClockMove) => Date | Promise<Date>;
  /** The demonstration only: whom a newcomer may sign in as. */
  demoSignIns?: () => readonly { name: string; title: string; email: string; password: string }[];
  /** Where the build put the pages. */
  staticPages: string;
  /** Webhooks and the web chat, mounted at the root; each brings its own paths and guards. */
  extraRoutes: readonly Hono[];
}
