import type { Clock } from '../clock.ts';
import { startLoop } from '../loop.ts';
import { canSee } from '../rules/visibility/can-see.ts';
import type { Announcements } from '../store/announcements.ts';
import { visibilityFacts } from '../store/case-details.ts';
import type { Sight } from '../store/case-lists.ts';
import type { Db } from '../store/database.ts';
import { changesAfter, changesSince, type LiveChange, latestChangeId, lookBack } from '../store/live.ts';
import { watchersOfCases } from '../store/watching.ts';
import type { LiveView } from './views.ts';

export interface LiveEvent {
  id: number;
  view: LiveView;
  /** The view as it goes out: written once, however many consoles are told. */
  json: string;
}

/** The one reader of committed changes in this process, and whom it tells. */
export interface LiveHub {
  /** Tells a console of every change that its officer may know of. Returns the way to stop. */
  onChange(sight: Sight, listener: (event: LiveEvent) => void): () => void;
  /** Calls `listener` after each change of the chat. Returns the way to stop. */
  onConversation(conversationId: number, listener: () => void): () => void;
  /** What happened after `id`, as far as `sight` may know; null when that is too long ago to tell. */
  missedSince(id: number, sight: Sight): Promise<LiveEvent[] | null>;
  /** The same for a page that has heard nothing yet, since the desk's instant before which it began to read. */
  changedSince(instant: Date, sight: Sight): Promise<LiveEvent[] | null>;
  /** The newest change known. */
  latestId(): number;
  stop(): Promise<void>;
}

const lookMilliseconds = 1000;
const mostAtOnce = 2000;
const mostMissed = 5000;
const lateMilliseconds = 10_000;
const mostHeard = 2000;
const heardMilliseconds = 120_000;
// The reads of a page begin together, and the instant it names is that of one of them; another server told it perhaps.
const togetherMilliseconds = 1000;

export async function openLiveHub(parts: {
  db: Db;
  announcements: Announcements;
  clock: Clock;
  onFault: (fault: unknown) => void;
}): Promise<LiveHub> {
  const { db, announcements, clock, onFault } = parts;
  const consoles = new Set<{ sight: Sight; listener: (event: LiveEvent) => void }>();
  const chats = new Map<number, Set<() => void>>();
  let latest = await latestChangeId(db);
  const seen = new Set((await changesSince(db, latest, mostAtOnce)).map(({ id }) => id));
  const heard = openHeard(clock);
  const missed = readTogether(async (from) => {
    const rows = await changesSince(db, from, mostMissed);
    // So much happened that asking for everything is cheaper.
    if (rows.length === mostMissed) return null;
    return { rows, told: await eventsOf(db, rows) };
  });
  const changed = readTogether(async (fromMs) => {
    const heardSince = heard.since(fromMs);
    return heardSince === null ? null : eventsOf(db, heardSince);
  });

  const loop = startLoop({
    async pass() {
      const fresh = await changesAfter(db, latest, missing(), mostAtOnce);
      const told = consoles.size === 0 || fresh.length === 0 ? [] : await eventsOf(db, fresh);
      // Only now, so that a pass that failed is made again in full.
      for (const { id } of fresh) remember(id);
      heard.add(fresh);
      for (const { conversationId } of fresh) tellChat(conversationId);
      for (const { sight, listener } of consoles) for (const event of visible(told, sight)) listener(event);
      return fresh.length === mostAtOnce ? 'more' : { nextInMilliseconds: lookMilliseconds };
    },
    onFault,
  });
  announcements.on('live', () => loop.wake());

  /** Numbers of changes that were given out and may still be committed, unless their transaction failed. */
  function missing(): number[] {
    const numbers: number[] = [];
    for (let id = Math.max(1, latest - lookBack + 1); id < latest; id += 1) if (!seen.has(id)) numbers.push(id);
    return numbers;
  }

  function remember(id: number): void {
    seen.add(id);
    latest = Math.max(latest, id);
    if (seen.size < lookBack * 4) return;
    for (const old of seen) if (old < latest - lookBack) seen.delete(old);
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
      const found = await missed(id);
      const last = found?.rows.find((row) => row.id === id);
      // The clean-up took it.
      if (found === null || (last === undefined && id > 0)) return null;
      const since = (last?.at.getTime() ?? 0) - lateMilliseconds;
      return visible(
        found.told.filter(({ event, newestAtMs }) => event.id > id || newestAtMs >= since),
        sight,
      );
    },
    async changedSince(instant, sight) {
      const fromMs = instant.getTime() - togetherMilliseconds;
      const told = heard.since(fromMs) === null ? null : await changed(fromMs);
      if (told === null) return null;
      return visible(
        told.filter(({ newestAtMs }) => newestAtMs >= fromMs),
        sight,
      );
    },
    latestId: () => latest,
    stop: () => loop.stop(),
  };
}

/**
 * The changes of the last moments by when this process heard of them, which is after they were committed: a page that read
 * before that has not seen them, whenever their transaction began.
 */
function openHeard(clock: Clock) {
  const all: LiveChange[] = [];
  // Of what was before nobody here knows when it was committed.
  let sinceMs = clock.now().getTime();

  return {
    /** Takes the changes with the instant at which they were heard of. */
    add(changes: readonly LiveChange[]): void {
      const at = clock.now();
      for (const change of changes) all.push({ ...change, at });
      const tooOld = all.findIndex((each) => each.at.getTime() >= at.getTime() - heardMilliseconds);
      const forgotten = all.splice(0, Math.max(tooOld, all.length - mostHeard)).at(-1);
      if (forgotten !== undefined) sinceMs = forgotten.at.getTime() + 1;
    },
    /** Null where it is too long ago to tell. */
    since(fromMs: number): LiveChange[] | null {
      if (fromMs < sinceMs) return null;
      return all.filter(({ at }) => at.getTime() >= fromMs);
    },
  };
}

/**
 * Reads for all who ask while a read is under way at once, from the oldest that one of them asks for: after a restart
 * hundreds of consoles come back in one second. Nobody is given what was read before they asked, and each takes their own.
 */
function readTogether<Found>(read: (from: number) => Promise<Found>): (from: number) => Promise<Found> {
  let last: Promise<unknown> = Promise.resolve();
  let coming: Batch<Found> | null = null;

  function begin(from: number): Batch<Found> {
    const found = last.then(() => {
      const oldest = coming?.from ?? from;
      coming = null;
      return read(oldest);
    });
    last = found.catch(() => undefined);
    return { from, found };
  }

  return (from) => {
    coming ??= begin(from);
    coming.from = Math.min(coming.from, from);
    return coming.found;
  };
}

interface Batch<Found> {
  from: number;
  found: Promise<Found>;
}

type Facts = Awaited<ReturnType<typeof visibilityFacts>> extends Map<number, infer Row> ? Row : never;

interface Told {
  facts: Facts;
  /** The one whom an alert is for; null for what is everybody's who may see the case. */
  officerId: number | null;
  event: LiveEvent;
  /** The latest instant of a change that it stands for. */
  newestAtMs: number;
  /** Whoever watches a case counts what is new on it beside the alerts. */
  ofWatchers: { officerIds: ReadonlySet<number>; event: LiveEvent } | null;
}

/** Oldest first; several changes of one thing are one event, because a page looks again only once. */
async function eventsOf(db: Db, changes: readonly LiveChange[]): Promise<Told[]> {
  const caseIds = [...new Set(changes.flatMap(({ caseId }) => caseId ?? []))];
  const [facts, watchers] = await Promise.all([visibilityFacts(db, caseIds), watchersOfCases(db, caseIds)]);
  const newest = new Map<string, Told>();
  for (const { id, topic, caseId, officerId, at } of changes) {
    // A chat without a case is nobody's business in the console.
    const of = caseId === null ? undefined : facts.get(caseId);
    if (caseId === null || of === undefined) continue;
    const own = topic === 'alert' ? officerId : null;
    if (topic === 'alert' && own === null) continue;
    const officerIds = topic === 'case' ? watchers.get(caseId) : undefined;
    const key = `${topic} ${caseId} ${own}`;
    const newestAtMs = Math.max(at.getTime(), newest.get(key)?.newestAtMs ?? 0);
    newest.delete(key);
    newest.set(key, {
      facts: of,
      officerId: own,
      event: eventOf(id, topic, of.reference),
      newestAtMs,
      ofWatchers: officerIds === undefined ? null : { officerIds, event: eventOf(id, 'alert', of.reference) },
    });
  }
  return [...newest.values()];
}

function eventOf(id: number, topic: LiveView['topic'], reference: string | null): LiveEvent {
  const view = { topic, reference };
  return { id, view, json: JSON.stringify(view) };
}

/** Says that anything may have changed. */
export function everythingChanged(id: number): LiveEvent {
  return eventOf(id, 'case', null);
}

function visible(told: readonly Told[], sight: Sight): LiveEvent[] {
  const viewerId = sight === 'everything' ? null : sight.officerId;
  const events: LiveEvent[] = [];
  for (const { facts, officerId, event, ofWatchers } of told) {
    if (officerId !== null && officerId !== viewerId) continue;
    if (sight !== 'everything' && !canSee(sight, facts)) continue;
    events.push(event);
    if (viewerId !== null && ofWatchers?.officerIds.has(viewerId) === true) events.push(ofWatchers.event);
  }
  return events;
}
