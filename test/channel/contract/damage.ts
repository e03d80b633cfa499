/** The same JSON with one of its values, counted from the outside in, replaced. */
export function withDamage(body: unknown, where: number, value: unknown): unknown {
  const damaged = structuredClone(body);
  const places: (() => void)[] = [];
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push(
        () => Reflect.set(node, key, value),
        () => Reflect.deleteProperty(node, key),
      );
      visit(Reflect.get(node, key));
    }
  };
  visit(damaged);
  places[where % Math.max(1, places.length)]?.();
  return damaged;
}
