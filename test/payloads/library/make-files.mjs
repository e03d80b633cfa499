// Writes the three files beside it: node make-files.mjs FONT.ttf (any font that draws Vietnamese, such as DejaVu Serif).
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import PDFDocument from 'pdfkit';

const [font] = process.argv.slice(2);
if (font === undefined) throw new Error('Name a font file that draws Vietnamese.');
const at = (name) => new URL(name, import.meta.url);
const apart = (text) => text.normalize('NFD');

await writeFile(at('messy.docx'), await Packer.toBuffer(messyDocument()));
await writePdf('messy.pdf', messyPages);
await writePdf('scanned.pdf', scannedPage);

function messyDocument() {
  const bold = (text) => new Paragraph({ children: [new TextRun({ text, bold: true })] });
  const row = (...cells) =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
  const item = (text, level) => new Paragraph({ text, numbering: { reference: 'auto', level } });
  return new Document({
    numbering: {
      config: [
        {
          reference: 'auto',
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START },
            { level: 1, format: LevelFormat.LOWER_LETTER, text: '%2)', alignment: AlignmentType.START },
          ],
        },
      ],
    },
    footnotes: { 1: { children: [new Paragraph('Giờ làm việc theo thông báo của đơn vị.')] } },
    sections: [
      {
        children: [
          bold('PHỤ LỤC 11'),
          bold('TẠM NHẬP TÁI XUẤT HÀNG HỘI CHỢ'),
          new Paragraph('(Kèm theo thỏa thuận đối tác)'),
          bold('Chương I'),
          bold('QUY ĐỊNH CHUNG'),
          bold(apart('Điều 1. Phạm vi áp dụng')),
          new Paragraph(apart('1. Hàng tạm nhập để trưng bày tại hội chợ, triển lãm.')),
          new Paragraph('3)Hàng mẫu không thanh toán.'),
          bold('ĐIỀU 2: Hồ sơ'),
          new Paragraph('1. Hồ sơ gồm:'),
          new Paragraph('a) Tờ khai hải quan;'),
          new Paragraph('b. Giấy mời tham dự;'),
          new Paragraph('đ) Bảng kê hàng hóa.'),
          new Paragraph('Bảng kê ghi đủ các cột sau:'),
          new Table({ rows: [row('STT', 'Tên hàng', 'Thời hạn'), row('1.', 'Máy móc', '90 ngày')] }),
          new Paragraph({
            children: [new TextRun('2. Nộp trước 02 giờ làm việc'), new FootnoteReferenceRun(1), new TextRun('.')],
          }),
          bold('Dieu 3'),
          bold('Thời hạn trả lời'),
          item('Trả lời trong 04 giờ làm việc.', 0),
          item('Trường hợp phức tạp:', 0),
          item('Báo cáo lãnh đạo;', 1),
          item('Báo lại cho doanh nghiệp.', 1),
          bold('Điều 3. Trách nhiệm'),
          new Paragraph('Đơn vị chịu trách nhiệm:'),
          new Paragraph('- Niêm yết công khai;'),
          new Paragraph('- Hướng dẫn một lần.'),
          new Paragraph('TM. CHI CỤC HẢI QUAN'),
          new Paragraph('(đã ký)'),
        ],
      },
    ],
  });
}

function messyPages(pdf) {
  const width = pdf.page.width - 144;
  const say = (text, options = {}) => pdf.fontSize(12).text(text, 72, undefined, { width, ...options });
  const margins = (page) => {
    pdf.fontSize(9).text('Chi cục Hải quan khu vực III – bản lưu hành', 72, 30, { lineBreak: false });
    pdf.fontSize(9).text(`Trang ${page}/2`, 280, pdf.page.height - 40, { lineBreak: false });
    pdf.fontSize(12).text('', 72, 72);
  };
  margins(1);
  say('PHỤ LỤC 12', { align: 'center' });
  say('KIỂM TRA NHÀ MÁY', { align: 'center' });
  pdf.moveDown();
  say('Điều 1. Nguyên tắc');
  say(
    apart(
      '1. Việc kiểm tra cơ sở sản xuất, năng lực gia công được báo trước cho doanh nghiệp và thực hiện trong giờ làm việc, trừ trường hợp luật quy định (Luật Hải quan, Điều 23 khoản 4) hoặc doanh nghiệp đề nghị bằng văn bản.',
    ),
  );
  say('2) Không kiểm tra lặp lại cùng nội dung trong 12 tháng.');
  pdf.moveDown();
  say('ĐIỀU 2: Thời hạn');
  say('1. Thời hạn theo loại hình:');
  const rowAt = pdf.y;
  for (const [x, text] of [[90, 'Loại hình'], [260, 'Thời hạn'], [400, 'Gia hạn']]) pdf.text(text, x, rowAt, { lineBreak: false });
  for (const [x, text] of [[90, 'Gia công'], [260, '05 ngày'], [400, '01 lần']]) pdf.text(text, x, rowAt + 18, { lineBreak: false });
  pdf.text('', 72, rowAt + 40);
  const conclusion = '3. Kết luận gửi trong 03 ngày làm việc';
  pdf.fontSize(12).text(conclusion, 72, undefined, { lineBreak: false });
  const behind = 73 + pdf.widthOfString(conclusion);
  pdf.fontSize(7).text('1', behind, pdf.y - 2, { lineBreak: false });
  pdf.fontSize(12).text('', 72, pdf.y + 20);
  say('4. Biên bản lập theo mẫu, ghi đủ ý kiến của doanh nghiệp và được hai bên ký; mỗi bên giữ một bản để đối chiếu và');
  pdf.fontSize(8).text('1 Tính từ ngày kết thúc kiểm tra thực tế tại cơ sở.', 72, pdf.page.height - 100, { lineBreak: false });
  pdf.addPage();
  margins(2);
  say('lưu cùng hồ sơ hải quan theo quy định.');
  say('Dieu 4');
  say('Phản ánh');
  say('a) Doanh nghiệp gửi phản ánh qua kênh tại PL09;');
  say('b) Đơn vị trả lời trong 04 giờ làm việc.');
  say('Nơi nhận:');
  say('- Như trên.');
}

function scannedPage(pdf) {
  const dot = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  pdf.image(dot, 40, 40, { width: 500, height: 700 });
  pdf.fontSize(8).text('Scan 2020', 40, 780, { lineBreak: false });
}

async function writePdf(name, draw) {
  const pdf = new PDFDocument({ size: 'A4', margin: 20, info: { CreationDate: new Date(0) } });
  const file = createWriteStream(at(name));
  pdf.pipe(file);
  pdf.font(font);
  draw(pdf);
  pdf.end();
  await finished(file);
}
