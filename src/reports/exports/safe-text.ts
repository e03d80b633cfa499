// A spreadsheet that reads a text which begins so may take it for a formula, at the latest once it was saved as CSV.
const beginsLikeFormula = /^[=+\-@\t\r\n]/u;

/** A text that no spreadsheet runs: an apostrophe before what looks like a formula, and nothing that XML cannot carry. */
export function safeText(text: string): string {
  const spoken = [...text.toWellFormed()].filter(isSpeakable).join('');
  return beginsLikeFormula.test(spoken) ? `'${spoken}` : spoken;
}

function isSpeakable(character: string): boolean {
  return character >= ' ' || character === '\t' || character === '\n' || character === '\r';
}
