import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import type { SourceLine } from './recognised.ts';
import { refuseSource } from './refuse-source.ts';
import { unpacksWithin } from './unpacked-size.ts';

const mostUnpackedBytes = 100 * 1024 ** 2;

/**
 * The lines of a Word document: paragraphs, rows of tables with their cells parted by ` | `, footnotes. Pictures, macros
 * and anything outside the file are not looked at; `warnings` says what was left out.
 */
export async function docxLines(bytes: Buffer): Promise<{ lines: readonly SourceLine[]; warnings: readonly string[] }> {
  if (!unpacksWithin(bytes, mostUnpackedBytes))
    throw refuseSource(
      'Tệp Word này hỏng hoặc quá lớn khi giải nén. Hãy mở bằng Word, lưu lại thành .docx rồi tải lại.',
    );
  let pictures = 0;
  const { value } = await mammoth
    .convertToHtml(
      { buffer: bytes },
      {
        ignoreEmptyParagraphs: true,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => {
          pictures += 1;
          return { src: '' };
        }),
      },
    )
    .catch((error: unknown) => {
      throw refuseSource(
        'Không mở được tệp Word này. Hãy lưu lại thành .docx (không đặt mật khẩu) rồi tải lại.',
        error,
      );
    });
  const warnings = pictures === 0 ? [] : [`Tệp có ${pictures} hình; chữ trong hình không được đọc.`];
  return { lines: htmlLines(value), warnings };
}

/** The same lines from the plain HTML that the converter writes. */
function htmlLines(html: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  const lists: ('ol' | 'ul')[] = [];
  let cells: string[] | null = null;
  let isFootnote = false;
  let heading = false;
  let text = '';
  let paragraph = 0;
  let footnotes = 0;

  const parser = new SaxesParser();
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'br') text += '\n';
    else if (name === 'tr') {
      flush();
      cells = [];
    } else if (name === 'ol' || name === 'ul') {
      flush();
      lists.push(name);
    } else if (name === 'li') {
      isFootnote = /(?:foot|end)note-/u.test(String(attributes.id ?? ''));
      if (isFootnote) footnotes += 1;
      // As the sentence that cites it has it.
      if (isFootnote) text += `[${footnotes}] `;
    } else if (/^h[1-6]$/u.test(name)) heading = true;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'td' || name === 'th') {
      cells?.push(oneLine(text));
      text = '';
    } else if (name === 'tr') row();
    else if (/^(?:p|li|h[1-6])$/u.test(name)) {
      if (cells === null) flush();
      else text += ' ';
      if (name === 'li') isFootnote = false;
      heading = false;
    } else if (name === 'ol' || name === 'ul') lists.pop();
  });
  parser.write(`<html>${html}</html>`).close();
  flush();
  return lines;

  function row(): void {
    paragraph += 1;
    const said = cells?.filter((cell) => cell !== '') ?? [];
    if (said.length > 0) lines.push({ line: paragraph, text: said.join(' | '), kind: 'row', depth: 0 });
    cells = null;
  }

  function flush(): void {
    const pieces = text.split('\n').map(oneLine);
    text = '';
    if (pieces.every((piece) => piece === '')) return;
    paragraph += 1;
    const list = lists.at(-1);
    const depth = Math.max(0, lists.length - 1);
    for (const [index, piece] of pieces.entries()) {
      if (piece === '') continue;
      const kind = isFootnote ? 'footnote' : heading ? 'heading' : list === 'ol' && index === 0 ? 'item' : 'text';
      const said = isFootnote ? piece.replace(/\s*↑$/u, '') : list === 'ul' ? `- ${piece}` : piece;
      lines.push({ line: paragraph, text: said, kind, depth });
    }
  }
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
