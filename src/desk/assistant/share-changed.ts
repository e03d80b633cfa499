/** How much of a draft was changed before it was sent, in thousandths: the words put in, left out or replaced. */
export function perMilleChanged(draft: string, sent: string): number {
  const [before, after] = [wordsOf(draft), wordsOf(sent)];
  const longest = Math.max(before.length, after.length);
  return longest === 0 ? 0 : Math.round((distance(before, after) / longest) * 1000);
}

function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/\S+/gu) ?? [];
}

function distance(before: readonly string[], after: readonly string[]): number {
  let row = Array.from({ length: after.length + 1 }, (_, index) => index);
  for (const [index, word] of before.entries()) {
    const next = [index + 1];
    for (const [place, other] of after.entries()) {
      const replaced = (row[place] ?? 0) + (word === other ? 0 : 1);
      next.push(Math.min(replaced, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
