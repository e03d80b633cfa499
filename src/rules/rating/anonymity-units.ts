import { groupsOf, smallestGroup } from './anonymity.ts';

export interface UnitNode {
  id: number;
  children: readonly UnitNode[];
}

/** Some units below `ownerId`, or all of it (`unitIds` is then the owner alone, and the owner its own). */
export interface UnitCell {
  /** The unit of whose parts this is a group; null for the whole department. */
  ownerId: number | null;
  /** Units with all that is below them. The owner among them stands for what is done in it directly. */
  unitIds: readonly number[];
}

/**
 * The cells of one month in a tree of units. The whole comes out if it has enough ratings; a unit's parts come out in
 * groups of enough ratings that together are the unit; and only of a unit that stands alone in its group are the parts
 * told, because the parts of one would tell it from the others. So each cell is a union of last cells, each of at least
 * `smallestGroup` ratings, and so is whatever remains when cells are taken from cells.
 */
export function unitCells(root: UnitNode, ratingsIn: (unitId: number) => number): UnitCell[] {
  if (totalOf(root, ratingsIn) < smallestGroup) return [];
  return [{ ownerId: null, unitIds: [root.id] }, ...partsOf(root, ratingsIn)];
}

function partsOf(unit: UnitNode, ratingsIn: (unitId: number) => number): UnitCell[] {
  if (unit.children.length === 0) return [];
  const parts = [
    { node: { id: unit.id, children: [] }, ratings: ratingsIn(unit.id) },
    ...unit.children.map((node) => ({ node, ratings: totalOf(node, ratingsIn) })),
  ];
  const groups = groupsOf(parts, smallestGroup) ?? [];
  return groups.flatMap((group) => {
    const cell = { ownerId: unit.id, unitIds: group.map(({ node }) => node.id) };
    const [first, ...others] = group;
    return first === undefined || others.length > 0 ? [cell] : [cell, ...partsOf(first.node, ratingsIn)];
  });
}

function totalOf({ id, children }: UnitNode, ratingsIn: (unitId: number) => number): number {
  return children.reduce((sum, child) => sum + totalOf(child, ratingsIn), ratingsIn(id));
}

/** The units whose ratings are in the cell: all that is below, but of the owner only what is its own. */
export function unitsInCell(root: UnitNode, { ownerId, unitIds }: UnitCell): number[] {
  return unitIds.flatMap((id) => (id === ownerId ? [id] : below(nodeOf(root, id))));
}

/** The last cell that holds what was done in a unit; null where nothing came out. */
export function lastCellOf(root: UnitNode, cells: readonly UnitCell[], unitId: number): UnitCell | null {
  const holding = cells.filter((cell) => unitsInCell(root, cell).includes(unitId));
  return holding.toSorted((a, b) => unitsInCell(root, a).length - unitsInCell(root, b).length)[0] ?? null;
}

function nodeOf(root: UnitNode, id: number): UnitNode | null {
  if (root.id === id) return root;
  for (const child of root.children) {
    const found = nodeOf(child, id);
    if (found !== null) return found;
  }
  return null;
}

function below(node: UnitNode | null): number[] {
  return node === null ? [] : [node.id, ...node.children.flatMap(below)];
}
