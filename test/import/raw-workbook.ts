import { crc32, deflateRawSync } from 'node:zlib';

interface Raw {
  /** What stands inside `sheetData`, sheet by sheet; each has its name and, where it is hidden, that. */
  sheets: readonly { name: string; rows: string; isHidden?: boolean }[];
  sharedStrings?: string;
  /** Number formats of the styles 0, 1, 2 …; 0 is General. */
  formats?: readonly number[];
  date1904?: boolean;
  /** Put before every name, as the writers of .NET do. */
  prefix?: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook by its raw XML: what other programs write, and what ours never would. */
export function rawWorkbook({ sheets, sharedStrings, formats = [0], date1904 = false, prefix = '' }: Raw): Uint8Array {
  const p = prefix === '' ? '' : `${prefix}:`;
  const space = `xmlns${prefix === '' ? '' : `:${prefix}`}="${main}" xmlns:r="${office}"`;
  const named = (xml: string) => (p === '' ? xml : xml.replace(/<(\/?)([a-zA-Z])/g, `<$1${p}$2`));
  const document = (root: string, inside: string) =>
    `<?xml version="1.0"?><${p}${root} ${space}>${named(inside)}</${p}${root}>`;
  const link = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const links = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const listed = sheets.map(
    ({ name, isHidden }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );

  return zip({
    '_rels/.rels': links(link('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': document(
      'workbook',
      `<workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${listed.join('')}</sheets>`,
    ),
    'xl/_rels/workbook.xml.rels': links(
      sheets.map((_, at) => link(`rId${at + 1}`, 'worksheet', `/xl/worksheets/sheet${at + 1}.xml`)).join('') +
        link('rId90', 'sharedStrings', 'sharedStrings.xml') +
        link('rId91', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': document(
      'styleSheet',
      `<cellXfs>${formats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`,
    ),
    'xl/sharedStrings.xml': document('sst', sharedStrings ?? ''),
    ...Object.fromEntries(
      sheets.map(({ rows }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        document('worksheet', `<sheetData>${rows}</sheetData>`),
      ]),
    ),
  });
}

/** A row of inline texts, as `<row>`. */
export function textRow(texts: readonly string[]): string {
  return `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
}

/** Packs texts as a ZIP. */
export function zip(files: Readonly<Record<string, string>>): Uint8Array {
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path);
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(plain), 16);
    entry.writeUInt32LE(packed.length, 20);
    // A lie, as a file made to exhaust its reader would tell.
    entry.writeUInt32LE(Math.min(plain.length, 1000), 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, name, packed);
    directory.push(entry, name);
    offset += 30 + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
}
