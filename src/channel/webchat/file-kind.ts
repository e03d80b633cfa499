import { fileTypeFromBuffer } from 'file-type';

/** What people may send: the extension that the bytes earn, and the type under which they are shown again. */
export const fileKinds = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  zip: 'application/zip',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
} as const;
export type FileKind = keyof typeof fileKinds;

const markup = /^\s*<(!doctype|\?xml|html|head|body|script|iframe|svg|xml)\b/i;

/** The kind of a file by its bytes; the name decides only where bytes cannot. Null for what is not accepted. */
export async function fileKindOf(bytes: Uint8Array, name: string): Promise<FileKind | null> {
  const named = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  const found = (await fileTypeFromBuffer(bytes))?.ext;
  if (found === undefined) return (named === 'txt' || named === 'csv') && isPlainText(bytes) ? named : null;
  // Old Word and Excel files are the same container, told apart by their names alone.
  if (found === 'cfb') return named === 'doc' || named === 'xls' ? named : null;
  return isFileKind(found) ? found : null;
}

export function isFileKind(extension: string): extension is FileKind {
  return Object.hasOwn(fileKinds, extension);
}

// Spreadsheets save "Unicode text" as UTF-16, which is full of zero bytes; other zero bytes mean a program's own format.
function isPlainText(bytes: Uint8Array): boolean {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!isUtf16 && bytes.includes(0)) return false;
  return !markup.test(new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes.subarray(0, 1024)));
}
