import type { Turn } from '../../turn.ts';
import type { RatingState } from './state.ts';

/** Goes on with a rating; a message with several declarations that is being gone through stays in mind. */
export function goOn(turn: Turn, doing: RatingState['doing'], digest: RatingState['digest'] = digestOf(turn)): void {
  turn.go({ at: 'rating', doing, digest, since: turn.act.at.toISOString() });
}

export function digestOf({ state }: Turn): RatingState['digest'] {
  return state.at === 'rating' ? state.digest : null;
}
