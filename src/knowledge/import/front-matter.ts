/** The values above a text: one string, or a list of them. */
export type FrontMatter = ReadonlyMap<string, string | readonly string[]>;

export interface FrontMatterProblem {
  line: number;
  message: string;
}

export interface WithFrontMatter {
  values: FrontMatter;
  problems: readonly FrontMatterProblem[];
  /** The text below, and the number of its first line. */
  body: string;
  bodyLine: number;
}

/**
 * Reads the block between two `---` lines at the start of a text: `key: value`, quoted values, `[lists]`, `- lists` and
 * `>` or `|` paragraphs. A text that does not begin with `---` has no such block. What is nothing of these is a problem.
 */
export function readFrontMatter(text: string): WithFrontMatter {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n?|\n/u);
  const end = lines[0]?.trim() === '---' ? lines.findIndex((line, index) => index > 0 && line.trim() === '---') : -1;
  if (end === -1) return { values: new Map(), problems: [], body: lines.join('\n'), bodyLine: 1 };

  const values = new Map<string, string | readonly string[]>();
  const problems: FrontMatterProblem[] = [];
  let at = 1;
  while (at < end) {
    const line = lines[at] ?? '';
    const pair = /^([A-Za-z_][\w-]*):(?:\s+(.*))?$/u.exec(line.trimEnd());
    at += 1;
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    if (pair === null) {
      problems.push({ line: at, message: `Không hiểu “${line.trim()}”; cần dạng “khóa: giá trị”.` });
      continue;
    }
    const [, key = '', rest = ''] = pair;
    const from = at;
    while (at < end && /^\s+\S|^\s*$|^- /u.test(lines[at] ?? '')) at += 1;
    const below = lines
      .slice(from, at)
      .map((value) => value.trim())
      .filter((value) => value !== '');
    values.set(key, valueFrom(rest.trim(), below));
  }
  return { values, problems, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
}

function valueFrom(rest: string, below: readonly string[]): string | readonly string[] {
  if (/^>[+-]?$/u.test(rest)) return below.join(' ');
  if (/^\|[+-]?$/u.test(rest)) return below.join('\n');
  if (rest === '' && below.some((line) => line.startsWith('- ')))
    return below.map((line) => unquoted(line.replace(/^-\s+/u, '')));
  const whole = [rest, ...below].join(' ').trim();
  return whole.startsWith('[') && whole.endsWith(']') ? listOf(whole.slice(1, -1)) : unquoted(whole);
}

function listOf(inside: string): readonly string[] {
  const items = inside.matchAll(/\s*("(?:[^"\\]|\\.)*"|'[^']*'|[^,]+)\s*(?:,|$)/gu);
  return [...items].map(([, item = '']) => unquoted(item.trim())).filter((item) => item !== '');
}

function unquoted(value: string): string {
  if (/^"(?:[^"\\]|\\.)*"$/u.test(value)) return value.slice(1, -1).replace(/\\(.)/gu, '$1');
  return /^'.*'$/u.test(value) ? value.slice(1, -1).replaceAll("''", "'") : value;
}
