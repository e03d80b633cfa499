import { type DescriptionDraft, draftOf } from './description.ts';
import { docxLines } from './docx.ts';
import { readFrontMatter } from './front-matter.ts';
import { markdownLines } from './markdown.ts';
import { usesOldEncoding } from './old-encoding.ts';
import { pdfLines } from './pdf.ts';
import { recognise } from './recognise.ts';
import type { Recognised, SourceLine } from './recognised.ts';
import { refuseSource } from './refuse-source.ts';

const mostBytes = 20 * 1024 ** 2;

export interface ReadSource extends Recognised {
  /** What the file says of itself, which only Markdown does. */
  description: DescriptionDraft;
  /** Every line as it was read. */
  sourceText: string;
  /** What somebody should know before they trust the structure. */
  warnings: readonly string[];
}

interface SourceText {
  lines: readonly SourceLine[];
  warnings: readonly string[];
  description?: DescriptionDraft;
}

/** The structure of a Markdown, Word or PDF file, by what the file is and not by its name. Refuses what holds no text. */
export async function readSource(bytes: Buffer): Promise<ReadSource> {
  if (bytes.length === 0) throw refuseSource('Tệp trống.');
  if (bytes.length > mostBytes) throw refuseSource('Tệp lớn hơn 20 MB. Hãy bỏ bớt hình ảnh rồi tải lại.');
  const { lines, warnings, description = {} } = await textOf(bytes);
  const sourceText = lines.map(({ text }) => text).join('\n');
  if (usesOldEncoding(sourceText))
    throw refuseSource(
      'Văn bản dùng phông chữ cũ (TCVN3 hoặc VNI), không phải Unicode. Hãy chuyển mã sang Unicode bằng UniKey rồi tải lại.',
    );
  const recognised = recognise(lines);
  const counted = recognised.hasCountedNumbers
    ? ['Một số khoản, điểm được Word đánh số tự động; số hiển thị do hệ thống đếm lại, cần đối chiếu với bản gốc.']
    : [];
  return { ...recognised, sourceText, description, warnings: [...warnings, ...counted] };
}

async function textOf(bytes: Buffer): Promise<SourceText> {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return pdfLines(bytes);
  if (bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return docxLines(bytes);
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw refuseSource('Đây là tệp Word cũ (.doc). Hãy mở bằng Word và lưu lại thành .docx rồi tải lại.');
  const text = decoded(bytes);
  const { values, problems, body, bodyLine } = readFrontMatter(text);
  const warnings = problems.map(({ line, message }) => `Dòng ${line}: ${message}`);
  return { lines: markdownLines(body, bodyLine), warnings, description: draftOf(values) };
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw refuseSource('Chỉ nhận tệp Markdown (UTF-8), Word .docx hoặc PDF có chữ.', error);
  }
}
