import { refuseFile } from './refuse-file.ts';

/** Whether a file is text or a packed workbook, by its first bytes and never by its name. Anything else is refused. */
export function fileKind(head: Uint8Array): 'text' | 'packed' {
  if (head.length === 0) throw refuseFile('Tệp trống, không có dòng nào.');
  if (begins(head, [0x50, 0x4b, 0x03, 0x04])) return 'packed';
  // Workbooks from before 2007, and newer ones with a password, share one wrapping.
  if (begins(head, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw refuseFile(
      'Tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Hãy mở bằng Excel và lưu lại dạng .xlsx không mật khẩu.',
    );
  }
  if (begins(head, [0x25, 0x50, 0x44, 0x46]))
    throw refuseFile('Tệp PDF không đọc được thành bảng. Hãy dùng tệp .xlsx hoặc .csv.');
  if (isWide(head) === null && (head.includes(0) || isMostlyControls(head))) throw refuseFile(notATable);
  if (isMarkup(head)) {
    throw refuseFile(
      'Tệp là trang web (HTML) hoặc XML dù có thể mang đuôi .xls. Hãy mở bằng Excel và lưu lại dạng .xlsx.',
    );
  }
  return 'text';
}

const notATable = 'Tệp không phải bảng tính. Hãy dùng tệp .xlsx hoặc .csv.';

/** Whether the text is UTF-16, by its mark or by the zeros that Latin letters leave in every other byte. */
export function isWide(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (begins(head, [0xff, 0xfe])) return 'utf-16le';
  if (begins(head, [0xfe, 0xff])) return 'utf-16be';
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const enough = head.length / 5;
  if (odd > enough && even < odd / 20) return 'utf-16le';
  if (even > enough && odd < even / 20) return 'utf-16be';
  return null;
}

function begins(head: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => head[at] === byte);
}

function isMostlyControls(head: Uint8Array): boolean {
  const controls = head.filter((byte) => byte < 32 && ![9, 10, 12, 13, 26, 27].includes(byte));
  return controls.length > head.length / 50;
}

function isMarkup(head: Uint8Array): boolean {
  const beginning = new TextDecoder(isWide(head) ?? 'utf-8').decode(head.subarray(0, 512)).trimStart().toLowerCase();
  return ['<!doctype', '<html', '<table', '<meta', '<?xml', '<style', '<head'].some((tag) => beginning.startsWith(tag));
}
