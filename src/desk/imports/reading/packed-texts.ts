/** Texts without line ends, each with one after it, as bytes. */
export type Texts = Uint8Array<ArrayBuffer>;

const lineEnd = 0x0a;

export function packTexts(texts: readonly string[]): Texts {
  return new TextEncoder().encode(texts.length === 0 ? '' : `${texts.join('\n')}\n`);
}

/** The texts, each on its own: cut from one long text they would all keep it, and it would outlive them. */
export function unpackTexts(packed: Texts): string[] {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const texts: string[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(lineEnd, from);
    texts.push(bytes.toString('utf8', from, end));
    from = end + 1;
  }
  return texts;
}
