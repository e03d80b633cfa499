import type { Span } from '../organisation/spans.ts';
import type { UnitNode } from './anonymity-units.ts';
import type { DayRange } from './figures-period.ts';

export interface PlacedUnit {
  id: number;
  /** Oldest first. */
  versions: readonly (Span & { parentId: number | null })[];
}

/** From when until when a unit's work counts for a unit above it, half-open; null is without end. */
export interface UnitSpan {
  unitId: number;
  from: string | null;
  until: string | null;
}

/**
 * The stretches in which each unit stood below `topId`, itself included: figures of a period in which a unit moved count
 * each day where it stood on that day. Work told of before a unit's first day or after its last counts as on that day. With `within`, only while the
 * unit above stood below that one itself.
 */
export function spansBelow(units: readonly PlacedUnit[], topId: number, within: number = topId): UnitSpan[] {
  const days = [...new Set(units.flatMap(({ versions }) => versions.slice(1).map(({ validFrom }) => validFrom)))];
  const starts: (string | null)[] = [null, ...days.toSorted()];
  return units.flatMap(({ id }) => {
    const spans: UnitSpan[] = [];
    for (const [index, from] of starts.entries()) {
      const until = starts[index + 1] ?? null;
      if (!isBelow(units, id, topId, from) || !isBelow(units, topId, within, from)) continue;
      const last = spans.at(-1);
      if (last !== undefined && last.until === from) last.until = until;
      else spans.push({ unitId: id, from, until });
    }
    return spans;
  });
}

/** The tree as it stood on a day. Null for an organisation without a top. */
export function treeOn(units: readonly PlacedUnit[], day: string): UnitNode | null {
  const parents = new Map(units.map((unit) => [unit.id, parentOn(unit, day)]));
  const top = units.find(({ id }) => parents.get(id) === null);
  return top === undefined ? null : nodeBelow(top.id, parents);
}

/** The units that stood directly below one on any day of a period. */
export function childrenDuring(units: readonly PlacedUnit[], unitId: number, { from, until }: DayRange): number[] {
  return units
    .filter((unit) => {
      const changes = unit.versions.map(({ validFrom }) => validFrom).filter((day) => day > from && day < until);
      return [from, ...changes].some((day) => parentOn(unit, day) === unitId);
    })
    .map(({ id }) => id);
}

function nodeBelow(id: number, parents: ReadonlyMap<number, number | null>): UnitNode {
  const children = [...parents].filter(([, parent]) => parent === id).map(([child]) => nodeBelow(child, parents));
  return { id, children };
}

function isBelow(units: readonly PlacedUnit[], id: number, topId: number, day: string | null): boolean {
  let at: number | null = id;
  // The tree has no circles; the count only keeps a damaged one from hanging us.
  for (let steps = 0; at !== null && steps <= units.length; steps += 1) {
    if (at === topId) return true;
    const unit = units.find((each) => each.id === at);
    at = unit === undefined ? null : parentOn(unit, day);
  }
  return false;
}

function parentOn({ versions }: PlacedUnit, day: string | null): number | null {
  const begun = day === null ? [] : versions.filter(({ validFrom }) => validFrom <= day);
  return (begun.at(-1) ?? versions[0])?.parentId ?? null;
}
