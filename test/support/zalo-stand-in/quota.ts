import { refused } from './fields.ts';
import type { World } from './world.ts';

/** Takes one from a quota and answers what is left, or refuses with `code` when nothing was. */
export function spend(world: World, name: string, total: number, code: number): number {
  const used = world.used.get(name) ?? 0;
  if (used >= total) throw refused(code, 'Out of quota');
  world.used.set(name, used + 1);
  return total - used - 1;
}

export function left(world: World, name: string, total: number): number {
  return Math.max(0, total - (world.used.get(name) ?? 0));
}
