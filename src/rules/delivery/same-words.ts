const shortestPiece = 12;

/**
 * Whether an echo repeats a message of ours: all of it, or one piece of it. A platform tidies what it is given, so blanks
 * and emphasis do not count; a channel adds numbered answers below. Shorter pieces than a dozen characters prove nothing.
 */
export function sameWords(ours: string, echo: string): 'all' | 'piece' | 'other' {
  const said = bare(ours);
  const heard = bare(echo);
  if (heard === '') return 'other';
  if (said === heard) return 'all';
  if (heard.length >= shortestPiece && said.includes(heard)) return 'piece';
  return said.length >= shortestPiece && heard.startsWith(said) ? 'piece' : 'other';
}

function bare(text: string): string {
  return text.normalize('NFC').replace(/[\s*]+/gu, '');
}
