import { localDate } from '../../../rules/working-time/local-date.ts';
import { lookUpIn } from '../../phrases/look-up.ts';
import type { LookUpPhrases } from '../../phrases/look-up.vi.ts';
import type { Turn } from '../../turn.ts';
import type { LookUpState } from './state.ts';

export function wordsOf(turn: Turn): LookUpPhrases {
  return lookUpIn(turn.phrases.language);
}

export function today({ act }: Turn): string {
  return localDate(act.at, act.zone);
}

/** Remembers what was looked up; what is not given is as it was in the same look-up, or unknown. */
export function goOn(turn: Turn, change: Partial<Omit<LookUpState, 'at' | 'since'>>): void {
  const { state } = turn;
  const before =
    state.at === 'lookingUp' ? state : { code: null, article: null, query: null, lookupId: null, day: null };
  // Kept on the turn as well, so that what is remembered later in the same message adds to this.
  turn.state = { ...before, isAsked: false, ...change, at: 'lookingUp', since: turn.act.at.toISOString() };
  turn.go(turn.state);
}

const longestPauseMinutes = 6 * 60;

/** The look-up that is going on; null when none is, or when it was long ago. */
export function lookUpGoingOn({ state, act }: Turn): LookUpState | null {
  if (state.at !== 'lookingUp') return null;
  const minutes = (act.at.getTime() - Date.parse(state.since)) / 60_000;
  return minutes < longestPauseMinutes ? state : null;
}
