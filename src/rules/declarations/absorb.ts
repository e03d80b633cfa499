import type { Declaration, DeclarationState } from './declaration.ts';
import { mergeSteps } from './merge-steps.ts';

/** What is known after one more telling. `movedFrom` is the earlier state where the state is another one now. */
export interface Absorbed {
  known: Declaration;
  movedFrom: DeclarationState | null;
  isChanged: boolean;
}

/**
 * Adds what a row tells to what is known, in whatever order rows come: an older row adds its steps but moves no state back,
 * and the same row again changes nothing. What a newer row leaves open stays as it was told before. Nothing that happened
 * under a registration moves it out of its cancellation; only a registration after the cancellation does.
 */
export function absorb(known: Declaration, told: Declaration): Absorbed {
  const isNewer = supersedes(known, told);
  const [newer, older] = isNewer ? [told, known] : [known, told];
  const merged: Declaration = {
    number: known.number > told.number ? known.number : told.number,
    officeCode: newer.officeCode ?? older.officeCode,
    typeCode: newer.typeCode ?? older.typeCode,
    channel: newer.channel ?? older.channel,
    registeredAt: known.registeredAt > told.registeredAt ? known.registeredAt : told.registeredAt,
    state: newer.state,
    stateAt: newer.stateAt,
    steps: mergeSteps(known.steps, told.steps),
  };
  return {
    known: merged,
    movedFrom: merged.state === known.state ? null : known.state,
    isChanged: !saysTheSame(known, merged),
  };
}

/** What is known after the first telling: all of it, its steps in order. Telling it again changes nothing. */
export function firstTold(told: Declaration): Declaration {
  return { ...told, steps: mergeSteps(told.steps, []) };
}

function supersedes(known: Declaration, told: Declaration): boolean {
  const wasCancelled = known.state === 'cancelled';
  const isCancelled = told.state === 'cancelled';
  if (wasCancelled && !isCancelled) return told.registeredAt > known.stateAt;
  if (isCancelled && !wasCancelled) return known.registeredAt <= told.stateAt;

  const later =
    told.stateAt.getTime() - known.stateAt.getTime() || progress.indexOf(told.state) - progress.indexOf(known.state);
  return later === 0 ? details(told) > details(known) : later > 0;
}

// Of two states at one instant the further one holds: systems write several steps in one minute.
const progress: readonly DeclarationState[] = [
  'registered',
  'inspecting',
  'stored',
  'released',
  'cleared',
  'cancelled',
];

// Two rows that contradict each other at one instant: either may be right, but it is the same one in any order.
function details({ officeCode, typeCode, channel }: Declaration): string {
  return `${officeCode ?? ''} ${typeCode ?? ''} ${channel ?? ''}`;
}

function saysTheSame(a: Declaration, b: Declaration): boolean {
  return (
    a.number === b.number &&
    a.officeCode === b.officeCode &&
    a.typeCode === b.typeCode &&
    a.channel === b.channel &&
    a.registeredAt.getTime() === b.registeredAt.getTime() &&
    a.state === b.state &&
    a.stateAt.getTime() === b.stateAt.getTime() &&
    JSON.stringify(written(a)) === JSON.stringify(written(b))
  );
}

function written({ steps }: Declaration) {
  return steps.map(({ step, at, officerEmail, team }) => [step, at, officerEmail, team ?? null]);
}
