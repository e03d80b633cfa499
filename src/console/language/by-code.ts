/** The word for a code of the server's. One that came after these words were written is called as the server calls it. */
export function byCode(words: Readonly<Record<string, string>>, code: string, said: string): string {
  return words[code] ?? said;
}
