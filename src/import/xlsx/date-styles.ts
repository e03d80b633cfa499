import { attribute, readXml } from './xml.ts';

/** For each style of a workbook, whether a number in it is shown as a date or time. */
export async function readDateStyles(chunks: AsyncIterable<Uint8Array>): Promise<boolean[]> {
  const ownFormats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isInCells = false;
  await readXml(chunks, {
    open(name, attributes) {
      if (name === 'numFmt') {
        ownFormats.set(Number(attribute(attributes, 'numFmtId')), showsDate(attribute(attributes, 'formatCode') ?? ''));
      } else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) {
        const format = Number(attribute(attributes, 'numFmtId') ?? 0);
        styles.push(ownFormats.get(format) ?? isBuiltInDate(format));
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return styles;
}

// Formats 14–22 and 45–47 are dates and times everywhere, 27–36 and 50–58 in East Asian editions.
function isBuiltInDate(format: number): boolean {
  const between = (from: number, to: number) => format >= from && format <= to;
  return between(14, 22) || between(27, 36) || between(45, 47) || between(50, 58);
}

// What is quoted, escaped or in brackets is shown as it stands; of the brackets only [h], [m] and [s] count time.
function showsDate(code: string): boolean {
  const letters = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[dmyhs]/i.test(letters) && !/^general$/i.test(letters);
}
