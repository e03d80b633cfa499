import { setTimeout as pause } from 'node:timers/promises';
import { type Cluster, openCluster } from './embedded/cluster.ts';
import { choosePort, disarm, look, nobodysPid, removeEmptyLock, start } from './embedded/postmaster.ts';
import { join, type Presence } from './embedded/presence.ts';

export interface EmbeddedServer {
  /** Carries the password: never logged. */
  url: string;
  /** Close every pool on `url` first: a server with other connections is left running. */
  stop(): Promise<void>;
}

interface Options {
  /** Made if absent. The cluster, its password and its log live in `server/` below it. */
  dataDirectory: string;
  /** Hears one English sentence for each unusual thing that was dealt with. */
  say: (sentence: string) => void;
  /** Server settings over the usual ones; taken up only by a start, not by a server that already runs. */
  settings?: Readonly<Record<string, string>>;
}

const pauseMilliseconds = 20;
const patienceMilliseconds = 10 * 60_000;

/**
 * Gives this process a real PostgreSQL of its own on 127.0.0.1: the one that already runs in the data directory, be it
 * an orphan of a killed process or a neighbour's, else a new one. Any number of processes may share it, and whoever
 * leaves last stops it, so nobody stops it under another's feet. A process that ends without `stop` leaves an orphan.
 */
export async function openEmbeddedServer(options: Options): Promise<EmbeddedServer> {
  const { dataDirectory, say, settings = {} } = options;
  const cluster = await openCluster(dataDirectory, settings.fsync !== 'off', say);
  const presence = await enter(cluster, settings, say);

  let stopping: Promise<void> | undefined;
  return {
    url: presence.url,
    stop() {
      stopping ??= leave(cluster, presence, say);
      return stopping;
    },
  };
}

async function enter(
  cluster: Cluster,
  settings: Readonly<Record<string, string>>,
  say: (sentence: string) => void,
): Promise<Presence> {
  let startedByUs = false;
  let unreadable = 0;
  let unanswered = 0;
  let occupied = 0;
  for (let waited = 0; waited < patienceMilliseconds; waited += pauseMilliseconds) {
    const sight = await look(cluster);
    switch (sight.state) {
      case 'ready': {
        const presence = await join(cluster, sight.port);
        if (presence !== null) {
          if (!startedByUs)
            say(`A PostgreSQL server (process ${sight.pid}) already runs in this data directory; it is used.`);
          return presence;
        }
        unanswered += 1;
        if (unanswered > 500)
          throw new Error(`PostgreSQL (process ${sight.pid}) does not answer on port ${sight.port}.`);
        break;
      }
      case 'starting':
      case 'stopping':
        if (waited === 5_000) say(`PostgreSQL is still ${sight.state} after five seconds; waiting.`);
        break;
      case 'unreadable':
        unreadable += 1;
        if (unreadable < 100) break;
        say('The lock of the database had no content, as after a power failure; it was removed.');
        removeEmptyLock(cluster);
        break;
      case 'stale':
        if (sight.pid !== nobodysPid) {
          say(
            `The lock of the database names process ${sight.pid}, which is not its server any more; it was set aside.`,
          );
          disarm(cluster, sight.pid);
        }
        startedByUs = await startOnce();
        break;
      case 'absent':
        startedByUs = await startOnce();
        break;
    }
    await pause(pauseMilliseconds);
  }
  throw new Error(`PostgreSQL in ${cluster.directory} was not ready after ten minutes; its log is ${cluster.logFile}.`);

  async function startOnce(): Promise<boolean> {
    const { port, insteadOf } = await choosePort(cluster);
    if (insteadOf !== null)
      say(`Port ${insteadOf} is taken by another program; PostgreSQL listens on ${port} instead.`);
    const started = await start(cluster, port, settings);
    switch (started.outcome) {
      case 'running':
        return true;
      case 'portTaken':
        say(`Port ${port} was taken by another program at the last moment; another one is tried.`);
        return false;
      case 'occupied':
        occupied += 1;
        if (occupied > 40)
          throw new Error(`PostgreSQL cannot have ${cluster.directory} for itself: ${started.detail}.`);
        await pause(250);
        return false;
      case 'failed':
        throw new Error(`PostgreSQL did not start: ${started.detail}. Its log is ${cluster.logFile}.`);
    }
  }
}

async function leave(cluster: Cluster, presence: Presence, say: (sentence: string) => void): Promise<void> {
  try {
    const isLast = await presence.isLast();
    const sight = await look(cluster);
    if (!('port' in sight)) return;
    if (!isLast) {
      say(`The PostgreSQL server (process ${sight.pid}) has other users and is left running.`);
      return;
    }
    // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, everything is written, then it ends.
    process.kill(sight.pid, 'SIGINT');
    for (let waited = 0; 'port' in (await look(cluster)); waited += pauseMilliseconds) {
      if (waited === 60_000) {
        say(`PostgreSQL (process ${sight.pid}) is still writing after a minute; it will end by itself.`);
        return;
      }
      await pause(pauseMilliseconds);
    }
  } finally {
    await presence.close();
  }
}
