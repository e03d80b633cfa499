import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { type Pages, timesOf } from './ask-pages.ts';
import { changeCases } from './change-cases.ts';
import { type Heard, type OpenConsole, openConsoles } from './open-consoles.ts';
import type { Person } from './plant-people.ts';

const perSecond = 20;
const awayMilliseconds = 1500;
const stragglersMilliseconds = 2000;
const betweenPages = { inbox: 200, search: 400 };

export interface LiveHour {
  consoles: OpenConsole[];
  changes: number;
  refused: number;
  /** From sending a change to hearing of it, at each console that hears. */
  heardMs: number[];
  /** From sending a change until a console that heard of it has read the case again. */
  shownMs: number[];
  /** Pages read at the same time. */
  inboxMs: number[];
  searchMs: number[];
}

/** All at once: consoles listen, a quarter of them loses its connection and comes back, cases change, people read pages. */
export async function liveHour(options: {
  url: string;
  sql: Sql;
  people: readonly Person[];
  pages: Pages;
  seconds: number;
}): Promise<LiveHour> {
  const { url, sql, people, pages, seconds } = options;
  const sentAt = new Map<string, number>();
  const heardMs: number[] = [];
  const shownMs: number[] = [];
  const looks = new Map<string, Promise<void>>();

  const consoles = await openConsoles(url, people, ({ person, heard }, event) => {
    const { reference, topic, at } = event;
    const sent = reference === null ? undefined : sentAt.get(reference);
    if (reference === null || sent === undefined || topic !== 'case' || !isFirst(heard, event)) return;
    heardMs.push(at - sent);
    // One of those who hear of it looks at once, as the page does that has the case open.
    if (!looks.has(reference)) looks.set(reference, look(person, reference, sent));
  });

  async function look({ cookie }: Person, reference: string, sent: number): Promise<void> {
    await (await fetch(`${url}/api/v1/cases/${reference}`, { headers: { cookie } })).text();
    shownMs.push(performance.now() - sent);
  }

  let isOver = false;
  async function every(milliseconds: number, ask: () => Promise<void>): Promise<number[]> {
    const times: number[] = [];
    while (!isOver) {
      times.push(...(await timesOf(1, ask)));
      await pause(milliseconds);
    }
    return times;
  }
  const reading = Promise.all([every(betweenPages.inbox, pages.inbox), every(betweenPages.search, pages.search)]);
  const interrupting = pause((seconds * 1000) / 3).then(() =>
    Promise.all(consoles.filter((_, place) => place % 4 === 0).map((each) => each.interrupt(awayMilliseconds))),
  );
  const refused = await changeCases({ url, sql, people, perSecond, seconds, sentAt });
  await interrupting;
  await pause(stragglersMilliseconds);
  isOver = true;
  const [inboxMs, searchMs] = await reading;
  await Promise.all(looks.values());
  for (const each of consoles) each.close();
  const sorted = (times: number[]) => times.toSorted((a, b) => a - b);
  return {
    ...{ consoles, changes: sentAt.size, refused },
    ...{ heardMs: sorted(heardMs), shownMs: sorted(shownMs), inboxMs: sorted(inboxMs), searchMs: sorted(searchMs) },
  };
}

function isFirst(heard: readonly Heard[], event: Heard): boolean {
  return heard.find(({ topic, reference }) => topic === event.topic && reference === event.reference) === event;
}
