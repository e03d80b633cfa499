/** Whether every word of the query is in the text, whatever its case and marks. An empty query matches everything. */
export function matches(text: string, query: string): boolean {
  const plain = folded(text);
  return folded(query)
    .split(/\s+/u)
    .every((word) => plain.includes(word));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'd').toLowerCase().trim();
}
