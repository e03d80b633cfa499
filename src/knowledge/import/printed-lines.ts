/** A run of letters on a page: how PDF keeps text. `y` grows upwards, as on paper. */
export interface Glyphs {
  text: string;
  x: number;
  y: number;
  width: number;
  /** The size of its letters. */
  height: number;
}

export interface Page {
  width: number;
  height: number;
  glyphs: readonly Glyphs[];
}

/** One line as printed. */
export interface PrintedLine {
  text: string;
  page: number;
  left: number;
  right: number;
  y: number;
  height: number;
  /** A row of a table: its cells stand far apart. */
  isRow: boolean;
}

/** The lines of a page from top to bottom. Small raised letters (a footnote's number) stay on their line. */
export function linesOfPage({ glyphs }: Page, page: number): readonly PrintedLine[] {
  const rows: Glyphs[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    if (glyph.text.trim() === '') continue;
    const row = rows.find((others) => others.some((other) => onOneLine(other, glyph)));
    if (row === undefined) rows.push([glyph]);
    else row.push(glyph);
  }
  return rows.map((row) => lineOf(row, page)).toSorted((a, b) => b.y - a.y);
}

function onOneLine(a: Glyphs, b: Glyphs): boolean {
  const [small, large] = a.height < b.height ? [a, b] : [b, a];
  // Small letters may be raised, and only up.
  const isRaised = small.height < 0.8 * large.height && small.y > large.y;
  return Math.abs(a.y - b.y) < (isRaised ? 0.7 : 0.5) * large.height;
}

function lineOf(row: readonly Glyphs[], page: number): PrintedLine {
  const ordered = row.toSorted((a, b) => a.x - b.x);
  const height = Math.max(...ordered.map((glyph) => glyph.height));
  const cells: string[] = [];
  let cell = '';
  let end: number | null = null;
  for (const { text: printed, x, width, height: size } of ordered) {
    // A small raised number points to a footnote.
    const text =
      size < 0.8 * height && /^\d{1,3}$/u.test(printed.trim()) && cell !== '' ? `[${printed.trim()}]` : printed;
    const gap = end === null ? 0 : x - end;
    // After a number, a wide gap is only an indent.
    const isNextCell = gap > 2 * height && !/^\S{1,4}[.):]$/u.test(cell.trim());
    if (isNextCell) {
      cells.push(cell);
      cell = text;
    } else cell += gap > 0.15 * height && !/\s$/u.test(cell) && !/^\s/u.test(text) ? ` ${text}` : text;
    end = x + width;
  }
  cells.push(cell);
  const said = cells
    .map((piece) => piece.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .filter((piece) => piece !== '');
  const baseline = ordered.find((glyph) => glyph.height === height)?.y ?? 0;
  return {
    text: said.join(' | '),
    page,
    left: ordered[0]?.x ?? 0,
    right: end ?? 0,
    y: baseline,
    height,
    isRow: said.length > 1,
  };
}
