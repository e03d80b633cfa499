import { startLoop } from '../loop.ts';
import { canSee } from '../rules/visibility/can-see.ts';
import type { Announcements } from '../store/announcements.ts';
import { visibilityFacts } from '../store/case-details.ts';
import type { Sight } from '../store/case-lists.ts';
import type { Db } from '../store/database.ts';
import { changesSince, type LiveChange, latestChangeId } from '../store/live.ts';
import type { LiveView } from './views.ts';

export interface LiveEvent {
  id: number;
  view: LiveView;
}

/** The one reader of committed changes in this process, and whom it tells. */
export interface LiveHub {
  /** Tells a console of every change that its officer may know of. Returns the way to stop. */
  onChange(sight: Sight, listener: (event: LiveEvent) => void): () => void;
  /** Calls `listener` after each change of the chat. Returns the way to stop. */
  onConversation(conversationId: number, listener: () => void): () => void;
  /** What happened after `id`, as far as `sight` may know; null when that is too long ago to tell. */
  missedSince(id: number, sight: Sight): Promise<LiveEvent[] | null>;
  /** The newest change known. */
  latestId(): number;
  stop(): Promise<void>;
}

const lookMilliseconds = 1000;
const mostAtOnce = 2000;
// As far as `changesSince` looks back for what was committed late.
const remembered = 400;
const lateMilliseconds = 10_000;

export async function openLiveHub(parts: {
  db: Db;
  announcements: Announcements;
  onFault: (fault: unknown) => void;
}): Promise<LiveHub> {
  const { db, announcements, onFault } = parts;
  const consoles = new Set<{ sight: Sight; listener: (event: LiveEvent) => void }>();
  const chats = new Map<number, Set<() => void>>();
  let latest = await latestChangeId(db);
  const seen = new Set((await changesSince(db, latest, mostAtOnce)).map(({ id }) => id));

  const loop = startLoop({
    async pass() {
      const rows = await changesSince(db, latest, mostAtOnce);
      const fresh = rows.filter(({ id }) => !seen.has(id));
      const events = consoles.size === 0 || fresh.length === 0 ? [] : await withFacts(db, fresh);
      // Only now, so that a pass that failed is made again in full.
      for (const { id } of fresh) remember(id);
      for (const { conversationId } of fresh) tellChat(conversationId);
      for (const { sight, listener } of consoles) for (const event of visible(events, sight)) listener(event);
      return rows.length === mostAtOnce ? 'more' : { nextInMilliseconds: lookMilliseconds };
    },
    onFault,
  });
  announcements.on('live', () => loop.wake());

  function remember(id: number): void {
    seen.add(id);
    latest = Math.max(latest, id);
    if (seen.size < remembered * 4) return;
    for (const old of seen) if (old < latest - remembered) seen.delete(old);
  }

  function tellChat(conversationId: number | null): void {
    if (conversationId === null) return;
    for (const listener of chats.get(conversationId) ?? []) listener();
  }

  return {
    onChange(sight, listener) {
      const entry = { sight, listener };
      consoles.add(entry);
      return () => consoles.delete(entry);
    },
    onConversation(conversationId, listener) {
      const listeners = chats.get(conversationId) ?? new Set();
      chats.set(conversationId, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) chats.delete(conversationId);
      };
    },
    async missedSince(id, sight) {
      const rows = await changesSince(db, id, mostAtOnce);
      const last = rows.find((row) => row.id === id);
      // The clean-up took it, or so much happened that asking for everything is cheaper.
      if ((last === undefined && id > 0) || rows.length === mostAtOnce) return null;
      const since = (last?.at.getTime() ?? 0) - lateMilliseconds;
      return visible(
        await withFacts(
          db,
          rows.filter((row) => row.id > id || row.at.getTime() >= since),
        ),
        sight,
      );
    },
    latestId: () => latest,
    stop: () => loop.stop(),
  };
}

type Facts = Awaited<ReturnType<typeof visibilityFacts>> extends Map<number, infer Row> ? Row : never;

interface Told {
  change: LiveChange;
  facts: Facts | null;
}

async function withFacts(db: Db, changes: readonly LiveChange[]): Promise<Told[]> {
  const caseIds = new Set(changes.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])));
  const facts = await visibilityFacts(db, [...caseIds]);
  return changes.map((change) => ({
    change,
    facts: change.caseId === null ? null : (facts.get(change.caseId) ?? null),
  }));
}

/** Oldest first; several changes of one thing are one event, because a page looks again only once. */
function visible(told: readonly Told[], sight: Sight): LiveEvent[] {
  const events = new Map<string, LiveEvent>();
  for (const { change, facts } of told) {
    // A chat without a case is nobody's business in the console.
    if (facts === null) continue;
    if (sight !== 'everything' && !canSee(sight, facts)) continue;
    if (change.topic === 'alert' && (sight === 'everything' || change.officerId !== sight.officerId)) continue;
    const key = `${change.topic} ${change.caseId}`;
    events.delete(key);
    events.set(key, { id: change.id, view: { topic: change.topic, reference: facts.reference } });
  }
  return [...events.values()];
}
