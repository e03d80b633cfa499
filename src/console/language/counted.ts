/** "1 case", "2 cases", "0 cases": English says the number in its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
