/** A stretch of text, half-open, in UTF-16 units. */
export interface Stretch {
  from: number;
  until: number;
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

// A blank followed by one of these is the base of a character, not a gap between words.
const joined = '(?![\\p{M}\\p{Grapheme_Extend}\\p{Emoji_Modifier}\\u200d])';

const breaks = {
  paragraph: new RegExp(`\\n[^\\S\\n]*\\n${joined}`, 'gu'),
  line: new RegExp(`\\n${joined}`, 'gu'),
  sentence: new RegExp(`(?<=[.!?…;:][)”"»]?)\\s${joined}`, 'gu'),
  word: new RegExp(`\\s${joined}`, 'gu'),
};
const blanks = new RegExp(`\\s+${joined}`, 'uy');

/**
 * Cuts a text into stretches of at most `limit` units, at the kindest place available: between paragraphs, lines,
 * sentences, words. A longer unbroken run is cut between characters as people see them. The blanks at a cut are left out,
 * and a text of blanks has no stretch at all.
 */
export function splitText(text: string, limit: number): readonly Stretch[] {
  const end = text.trimEnd().length;
  const stretches: Stretch[] = [];
  let from = afterBlanks(text, 0);
  while (from < end) {
    const cut = end - from <= limit ? end : cutWithin(text, from, limit);
    stretches.push({ from, until: from + text.slice(from, cut).trimEnd().length });
    from = afterBlanks(text, cut);
  }
  return stretches;
}

function cutWithin(text: string, from: number, limit: number): number {
  // A few units more than fit: a blank right behind the limit is a good place, and what follows it decides.
  const window = text.slice(from, from + limit + 3);
  // An early heading should not make a message of its own.
  const early = limit / 4;
  const at =
    lastBreak(window, breaks.paragraph, early, limit) ??
    lastBreak(window, breaks.line, early, limit) ??
    lastBreak(window, breaks.sentence, early, limit) ??
    lastBreak(window, breaks.word, 0, limit) ??
    betweenCharacters(text.slice(from, from + 2 * limit), limit);
  return from + at;
}

function lastBreak(window: string, kind: RegExp, after: number, limit: number): number | undefined {
  return window
    .matchAll(kind)
    .map((match) => match.index)
    .filter((index) => index > after && index <= limit)
    .reduce<number | undefined>((_, index) => index, undefined);
}

function betweenCharacters(window: string, limit: number): number {
  const start = graphemes.segment(window).containing(limit)?.index ?? limit;
  if (start > 0) return start;
  // One character longer than a whole message: only its code points are kept whole.
  const unit = window.charCodeAt(limit);
  return unit >= 0xdc00 && unit <= 0xdfff ? limit - 1 : limit;
}

function afterBlanks(text: string, from: number): number {
  blanks.lastIndex = from;
  return blanks.test(text) ? blanks.lastIndex : from;
}
