const candidates = [',', ';', '\t', '|'] as const;
const looked = 40;

export type Delimiter = (typeof candidates)[number];

/**
 * The delimiter of a text: the one that parts most lines into the same number of cells, quotes left out. A first line `sep=;`,
 * which spreadsheets understand, settles it. A text of one column has the comma.
 */
export function delimiterOf(text: string): Delimiter {
  const stated = /^sep=([,;\t|])\r?(?:\n|$)/i.exec(text)?.[1];
  const known = candidates.find((candidate) => candidate === stated);
  if (known !== undefined) return known;

  const lines = linesOutsideQuotes(text);
  const scores = candidates.map((delimiter) => ({ delimiter, score: score(lines, delimiter) }));
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

// How many cells the commonest count of delimiters makes, over the lines that have that count. Lines weigh more than cells,
// and one line alone nothing among others: a cell with a list of a thousand members makes no columns.
function score(lines: readonly string[], delimiter: string): number {
  const frequencies = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) frequencies.set(count, (frequencies.get(count) ?? 0) + 1);
  }
  const fewest = lines.length > 1 ? 2 : 1;
  const agreeing = [...frequencies].filter(([, alike]) => alike >= fewest);
  return Math.max(0, ...agreeing.map(([count, alike]) => Math.log2(1 + count) * alike * alike));
}

function linesOutsideQuotes(text: string): string[] {
  const unquoted = text.replace(/"(?:[^"]|"")*"/g, '');
  return unquoted
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, looked);
}
