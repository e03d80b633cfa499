/** What is said otherwise than it stands, and what stood there; null where nothing is. */
export function differing<Row extends object>(
  present: Row,
  said: Partial<Row>,
): { change: Partial<Row>; before: Partial<Row> } | null {
  // What is said has no other names than those of the row; Object.keys forgets that.
  const names = (Object.keys(said) as (keyof Row)[]).filter((name) => said[name] !== present[name]);
  if (names.length === 0) return null;
  const change: Partial<Row> = {};
  const before: Partial<Row> = {};
  for (const name of names) {
    change[name] = said[name];
    before[name] = present[name];
  }
  return { change, before };
}
