import type { Assistant } from '../../assistant/port.ts';
import { type Loop, startLoop } from '../../loop.ts';
import type { Desk } from '../act.ts';
import { prepareCases } from './prepare-cases.ts';

const everyMilliseconds = 5000;
// What changed while no process ran, or while a transaction took long to commit.
const lookBackMilliseconds = 15 * 60_000;

/** Prepares translations and summaries behind what happens, so that nobody who answers or alerts waits for the model. */
export function startCaseHelper(desk: Desk, assistant: Assistant, onFault: (fault: unknown) => void): Loop {
  const seen = new Map<number, string>();
  return startLoop({
    async pass() {
      const since = new Date(desk.clock.now().getTime() - lookBackMilliseconds);
      await prepareCases(desk, assistant, since, seen);
      return { nextInMilliseconds: everyMilliseconds };
    },
    onFault,
  });
}
