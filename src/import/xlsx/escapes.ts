const escaped = /_x([0-9A-Fa-f]{4})_/g;

/** Text as it was typed: workbooks write characters that XML forbids as `_x000D_`. */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
