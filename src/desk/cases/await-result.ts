import type { Act } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { visibleCase } from '../visibility.ts';
import { type Happened, happen } from './happen.ts';
import { tellEnterprise } from './tell-enterprise.ts';

/**
 * The matter needs a result from elsewhere (specialised inspection, laboratory, a ministry): the resolution clock stands
 * until it is there, and the enterprise is told for what it waits.
 */
export async function awaitResult(current: Act, input: { reference: string; from: string }): Promise<Happened> {
  officerIdOf(current);
  const row = await visibleCase(current, input.reference);
  const happened = await happen(current, row, [{ type: 'resultAwaited', from: input.from }]);
  await tellEnterprise(current, row, { kind: 'resultAwaited', reference: row.reference, from: input.from });
  return happened;
}

/** The result is there: the clock goes on with the time that was left. Refused where none is awaited. */
export async function resultArrived(current: Act, input: { reference: string }): Promise<Happened> {
  officerIdOf(current);
  const row = await visibleCase(current, input.reference);
  return happen(current, row, [{ type: 'resultArrived' }]);
}
