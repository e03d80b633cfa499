import { startLoop } from '../../loop.ts';
import { viewWindowAt } from '../../rules/visibility/case-view.ts';
import type { Db } from '../../store/database.ts';
import { keepViews, type Look, viewerName } from './keep-views.ts';

/** Takes looks at cases while pages are served and writes them beside, many at once. */
export interface ViewKeeper {
  note(look: Look): void;
  /** Resolves when what was noted so far is kept. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

const gatherMilliseconds = 1000;
const mostAtOnce = 500;
const mostRemembered = 20_000;

/**
 * The page does not wait for the writing. A process that is killed loses the looks of its last second and nothing that
 * anybody did; one that is stopped loses none.
 */
export function openViewKeeper({ db, onFault }: { db: Db; onFault: (fault: unknown) => void }): ViewKeeper {
  let waiting: Look[] = [];
  // A page that reads its case again and again within the ten minutes is one look, and one write.
  const noted = new Set<string>();

  async function write(): Promise<void> {
    const looks = waiting.slice(0, mostAtOnce);
    if (looks.length === 0) return;
    await db.transaction((tx) => keepViews(tx, looks));
    // Only now, so that looks whose writing failed are written by the next pass.
    waiting = waiting.slice(looks.length);
  }

  let writing: Promise<void> = Promise.resolve();
  /** One at a time, so that none is written twice or dropped unwritten. */
  function writeNext(): Promise<void> {
    writing = writing.catch(() => undefined).then(write);
    return writing;
  }

  const loop = startLoop({
    async pass() {
      await writeNext();
      return waiting.length > mostAtOnce ? 'more' : { nextInMilliseconds: gatherMilliseconds };
    },
    onFault,
  });

  async function settle(): Promise<void> {
    while (waiting.length > 0) await writeNext();
  }

  return {
    note(look) {
      const key = `${viewerName(look.by)} ${look.part} ${JSON.stringify(look.of)} ${viewWindowAt(look.at).getTime()}`;
      if (noted.has(key)) return;
      if (noted.size >= mostRemembered) noted.clear();
      noted.add(key);
      waiting.push(look);
    },
    settle,
    async stop() {
      await loop.stop();
      await settle().catch(onFault);
    },
  };
}
