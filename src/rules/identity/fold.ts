/** Text in lower case without Vietnamese marks: 'Đình Vũ' and 'dinh vu' fold to the same. Keeps one letter for one letter of NFC. */
export function fold(text: string): string {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      // đ is a letter of its own, not d with a mark.
      .replaceAll('đ', 'd')
      // What is not Latin is put together again: a syllable of Hangul is one letter.
      .normalize('NFC')
  );
}
