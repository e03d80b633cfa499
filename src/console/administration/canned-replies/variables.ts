export const variables = ['enterprise', 'reference', 'officer'] as const;

const known: ReadonlySet<string> = new Set(variables);

/** What stands in braces and is no variable of ours, each once: it would be sent as it is written. */
export function unknownVariables(body: string): string[] {
  const names = [...body.matchAll(/\{([^{}\n]{1,40})\}/gu)].map(([, name = '']) => name);
  return [...new Set(names.filter((name) => !known.has(name)))];
}

/** The words with the variable in place of what is marked, and where the caret belongs afterwards. */
export function withVariable(
  body: string,
  { from, until, name }: { from: number; until: number; name: (typeof variables)[number] },
): { body: string; caret: number } {
  const said = `{${name}}`;
  return { body: body.slice(0, from) + said + body.slice(until), caret: from + said.length };
}
