import type { Role } from './can-see.ts';
import { mayDo } from './permissions.ts';

/** Whether an officer proposes, corrects and publishes what customs promises: administrators and heads of units and above. */
export function mayKeepLibrary(role: Role): boolean {
  return mayDo({ role }, 'keepLibrary');
}
