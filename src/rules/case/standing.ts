import type { CaseEvent, CaseEventBody } from './events.ts';
import { transition } from './transition.ts';
import type { CaseKind, CaseState, Level } from './words.ts';

/** Where a case stands, as far as the rules about what may happen next have to know. */
export interface Standing {
  kind: CaseKind;
  state: CaseState;
  level: Level;
  unitId: number | null;
  /** An officer's words have reached the enterprise since the case came to this level. */
  isAnswered: boolean;
  /** The case came to this level because the enterprise asked. */
  wasAskedFor: boolean;
  /** A new date was given at this level. */
  isRedated: boolean;
}

/** Where these events leave a case; null before it is opened. */
export function standingOf(events: readonly CaseEvent[]): Standing | null {
  return events.reduce<Standing | null>(standingAfter, null);
}

/** Where `event` leaves a case. What the rules refuse moves nothing. */
export function standingAfter(before: Standing | null, event: CaseEventBody): Standing | null {
  if (event.type === 'opened') {
    const { kind, level } = event;
    return { kind, state: 'open', level, unitId: null, isAnswered: false, wasAskedFor: false, isRedated: false };
  }
  if (before === null) return null;
  const moved = transition(before.state, event.type);
  return moved.ok ? { ...before, ...changeBy(event), state: moved.state } : before;
}

function changeBy(event: CaseEventBody): Partial<Standing> {
  switch (event.type) {
    case 'assigned':
      return { unitId: event.unitId };
    case 'transferred':
      return { unitId: event.toUnitId };
    case 'replyDelivered':
      return { isAnswered: true };
    case 'raised':
      return {
        level: event.toLevel,
        isAnswered: false,
        wasAskedFor: event.because === 'enterprise',
        isRedated: false,
      };
    case 'interimReplied':
      // What the ladder says after a broken promise names a date that the level's own clock keeps.
      return event.clock === 'resolution' ? { isRedated: true } : {};
    case 'notSolved':
    case 'reopened':
      return { isRedated: false };
    default:
      return {};
  }
}
