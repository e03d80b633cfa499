import { dayInWords, type LetterItem } from './letter-words.ts';

const headers = [
  'Mã số thuế',
  'Tên doanh nghiệp',
  'Địa chỉ',
  'Mã liên kết',
  'Telegram',
  'Trang trò chuyện',
  'Hiệu lực đến',
];

/**
 * The letters as a table for a mail merge. With a byte order mark and semicolons, as a spreadsheet set to Vietnamese opens
 * it; a name that looks like a formula stays a name.
 */
export function lettersCsv(items: readonly LetterItem[]): string {
  const rows = items.map(({ enterprise, code, telegramLink, webchatLink, expiresAt }) => [
    enterprise.taxCode,
    enterprise.name,
    enterprise.address ?? '',
    code ?? '',
    telegramLink ?? '',
    webchatLink ?? '',
    dayInWords(expiresAt),
  ]);
  return `\uFEFF${[headers, ...rows].map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[";\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
