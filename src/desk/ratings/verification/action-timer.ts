import { type Loop, startLoop } from '../../../loop.ts';
import { act, type Desk } from '../../act.ts';
import { remindActions } from './remind-actions.ts';

// Days are what is counted here; a minute late is early enough, and the look costs one indexed query.
const lookMilliseconds = 60_000;

/** Reminds about corrective actions by the desk's own clock, in any number of processes. */
export function startActionTimer(desk: Desk, onFault: (fault: unknown) => void): Loop {
  return startLoop({
    async pass() {
      await act(desk, { kind: 'schedule', name: 'corrective-actions' }, remindActions);
      return { nextInMilliseconds: lookMilliseconds };
    },
    onFault,
  });
}
