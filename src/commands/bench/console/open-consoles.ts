import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import type { LiveView, SessionView } from '../../../http/views.ts';
import type { Person } from './plant-people.ts';

export interface Heard extends LiveView {
  id: number;
  at: number;
}

/** One console's live connection: what it heard, and when. */
export interface OpenConsole {
  person: Person;
  heard: Heard[];
  /** Loses the connection, and comes back after so long as a page does: with the last thing it heard. */
  interrupt(milliseconds: number): Promise<void>;
  close(): void;
}

/**
 * Opens the live connection of each person, and waits until all stand. As pages do, each names the instant at which the first
 * of them read its session, so that it hears what changed while the others came. `onHeard` is told of each event as it comes.
 */
export async function openConsoles(
  url: string,
  people: readonly Person[],
  onHeard: (console: OpenConsole, event: Heard) => void,
): Promise<OpenConsole[]> {
  // A browser has one connection for it, which nothing else waits for.
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const consoles: OpenConsole[] = [];
  const readFrom = await sessionReadAt(url, people[0]);
  for (let from = 0; from < people.length; from += 50)
    consoles.push(...(await Promise.all(people.slice(from, from + 50).map((person) => open(person)))));
  return consoles;

  async function open(person: Person): Promise<OpenConsole> {
    let lastId = '';
    let stream = await connect();
    const opened: OpenConsole = {
      person,
      heard: [],
      async interrupt(milliseconds) {
        stream.destroy();
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        stream = await connect();
        follow();
      },
      close: () => stream.destroy(),
    };
    follow();
    return opened;

    async function connect(): Promise<IncomingMessage> {
      const request = get(`${url}/api/v1/live?from=${encodeURIComponent(readFrom)}`, {
        agent,
        headers: { cookie: person.cookie, ...(lastId === '' ? {} : { 'last-event-id': lastId }) },
      });
      const [answer] = (await once(request, 'response')) as [IncomingMessage];
      if (answer.statusCode !== 200) throw new Error(`The live connection was answered ${answer.statusCode}`);
      return answer;
    }

    function follow(): void {
      let text = '';
      stream.setEncoding('utf8').on('error', () => undefined);
      stream.on('data', (part: string) => {
        text += part;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          hear(text.slice(0, end));
          text = text.slice(end + 2);
        }
      });
    }

    function hear(block: string): void {
      const data = /^data: (.*)$/mu.exec(block)?.[1];
      if (data === undefined) return;
      lastId = /^id: (\d+)$/mu.exec(block)?.[1] ?? lastId;
      const view: LiveView = JSON.parse(data);
      const event = { ...view, id: Number(lastId), at: performance.now() };
      opened.heard.push(event);
      onHeard(opened, event);
    }
  }
}

async function sessionReadAt(url: string, person: Person | undefined): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, { headers: { cookie: person?.cookie ?? '' } });
  const { serverTime } = (await answer.json()) as SessionView;
  return serverTime;
}
