import type { Sql } from 'postgres';

/** What other parts of the product wait for. */
export type Topic = 'inbox' | 'outbox' | 'steps' | 'live' | 'declarations' | 'library' | 'reminders';

export interface Announcements {
  /** Tells this process at once and the others within some milliseconds. Call it after the commit. */
  announce(topics: Iterable<Topic>): void;
  on(topic: Topic, listener: () => void): void;
  close(): Promise<void>;
}

const postgresChannel = 'dong_hanh';

// Each NOTIFY takes a lock of the whole server while its transaction commits, so one a message would make the commits
// of all conversations queue behind one another. A short gathering time costs nothing that a person can feel.
const gatherMilliseconds = 15;

/** Wakes waiting loops in every process. Losing an announcement loses nothing: each loop also looks by itself. */
export async function openAnnouncements(sql: Sql): Promise<Announcements> {
  const listeners = new Map<Topic, Set<() => void>>();
  const gathered = new Set<Topic>();
  let timer: NodeJS.Timeout | null = null;
  let sending: Promise<unknown> = Promise.resolve();

  function tell(topic: Topic): void {
    for (const listener of listeners.get(topic) ?? []) listener();
  }

  function send(): void {
    timer = null;
    const payload = [...gathered].join(',');
    gathered.clear();
    sending = sql.notify(postgresChannel, `${process.pid}:${payload}`).catch(() => undefined);
  }

  const subscription = await sql.listen(postgresChannel, (payload) => {
    const [from, topics] = payload.split(':');
    if (from === String(process.pid) || topics === undefined) return;
    for (const topic of topics.split(',')) tell(topic as Topic);
  });

  return {
    announce(topics) {
      for (const topic of topics) {
        tell(topic);
        gathered.add(topic);
      }
      if (gathered.size > 0 && timer === null) timer = setTimeout(send, gatherMilliseconds);
    },
    on(topic, listener) {
      const known = listeners.get(topic) ?? new Set();
      known.add(listener);
      listeners.set(topic, known);
    },
    async close() {
      if (timer !== null) clearTimeout(timer);
      await sending;
      await subscription.unlisten();
    },
  };
}
