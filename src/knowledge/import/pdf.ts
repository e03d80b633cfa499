import { getDocumentProxy } from 'unpdf';
import { paragraphsOf } from './paragraphs.ts';
import { linesOfPage, type Page } from './printed-lines.ts';
import type { SourceLine } from './recognised.ts';
import { refuseSource } from './refuse-source.ts';

const mostPages = 300;
// A page of an appendix has hundreds of letters; a scanned one at most the stamp of the scanner.
const fewestLettersPerPage = 40;

/** The paragraphs of a PDF that holds text. Refuses a scan, with what to do instead. */
export async function pdfLines(
  bytes: Uint8Array,
): Promise<{ lines: readonly SourceLine[]; warnings: readonly string[] }> {
  const pages = await readPages(bytes);
  const letters = pages.map(({ glyphs }) =>
    glyphs.reduce((sum, { text }) => sum + text.replace(/\P{L}/gu, '').length, 0),
  );
  const total = letters.reduce((sum, count) => sum + count, 0);
  if (total < fewestLettersPerPage * pages.length)
    throw refuseSource(
      'Tệp PDF này là bản quét (ảnh chụp trang giấy), không có chữ để đọc. Hãy tải tệp Word gốc; nếu không có, hãy chạy nhận dạng chữ (OCR tiếng Việt) rồi tải lại tệp PDF đã có chữ.',
    );
  const empty = letters.flatMap((count, index) => (count === 0 ? [index + 1] : []));
  const lines = pages.flatMap((page, index) => linesOfPage(page, index));
  return {
    lines: paragraphsOf(
      lines,
      pages.map(({ height }) => height),
    ),
    warnings: empty.length === 0 ? [] : [`Trang ${empty.join(', ')} không có chữ đọc được (có thể là ảnh).`],
  };
}

async function readPages(bytes: Uint8Array): Promise<readonly Page[]> {
  // The reader takes the bytes for itself, and no Buffer.
  const document = await getDocumentProxy(new Uint8Array(bytes)).catch((error: unknown) => {
    throw refuseSource(
      'Không mở được tệp PDF này: tệp hỏng hoặc có mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi tải lại.',
      error,
    );
  });
  try {
    if (document.numPages > mostPages)
      throw refuseSource(
        `Tệp PDF có ${document.numPages} trang, nhiều hơn mức ${mostPages}. Hãy tách riêng phần phụ lục.`,
      );
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const { items } = await page.getTextContent();
      const glyphs = items.flatMap((item) => {
        if (!('str' in item)) return [];
        const [a = 0, b = 0, , , x = 0, y = 0] = item.transform.map(Number);
        // Text that runs up the page is a stamp, not a line.
        const isLevel = Math.abs(b) <= Math.abs(a) * 0.1;
        return isLevel ? [{ text: item.str, x: x - left, y: y - bottom, width: item.width, height: item.height }] : [];
      });
      pages.push({ width: right - left, height: top - bottom, glyphs });
    }
    return pages;
  } finally {
    await document.loadingTask.destroy();
  }
}
