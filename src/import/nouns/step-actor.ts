import { accepted, type Cell, type CellContext, type Read } from '../cells/cell.ts';
import { readEmail } from '../cells/reachable.ts';
import { textReader } from '../cells/text.ts';
import type { StepActor } from './declaration-rows.ts';

const readName = textReader(120);

/** Reads who did a step: an e-mail address, or the name of an officer or team as it stands. */
export function readStepActor(cell: Cell, context: CellContext): Read<StepActor> {
  if (typeof cell === 'string' && cell.includes('@')) {
    const email = readEmail(cell, context);
    return email.ok ? accepted({ officerEmail: email.value, actorName: null }) : email;
  }
  const name = readName(cell, context);
  return name.ok ? accepted({ officerEmail: null, actorName: name.value }) : name;
}

export const nobody: StepActor = { officerEmail: null, actorName: null };
