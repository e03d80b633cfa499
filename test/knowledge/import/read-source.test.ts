import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { againstFile } from '../../../src/knowledge/import/against-file.ts';
import { judgeDescription } from '../../../src/knowledge/import/description.ts';
import { doubtsOf } from '../../../src/knowledge/import/doubts.ts';
import { readSource } from '../../../src/knowledge/import/read-source.ts';
import { plainText } from '../../../src/knowledge/rows.ts';

const payload = (name: string) => readFile(new URL(`../../payloads/library/${name}`, import.meta.url));

test('a Word document with messy numbers, a table, a footnote and letters taken apart is read part by part', async () => {
  const read = await readSource(await payload('messy.docx'));

  expect(plainText(read).split('\n')).toEqual([
    'PHỤ LỤC 11',
    'TẠM NHẬP TÁI XUẤT HÀNG HỘI CHỢ',
    'Chương I',
    'QUY ĐỊNH CHUNG',
    'Điều 1. Phạm vi áp dụng',
    '1. Hàng tạm nhập để trưng bày tại hội chợ, triển lãm.',
    '3. Hàng mẫu không thanh toán.',
    'Điều 2. Hồ sơ',
    '1. Hồ sơ gồm:',
    'a) Tờ khai hải quan;',
    'b) Giấy mời tham dự;',
    'đ) Bảng kê hàng hóa.',
    'Bảng kê ghi đủ các cột sau:',
    'STT | Tên hàng | Thời hạn',
    '1. | Máy móc | 90 ngày',
    '2. Nộp trước 02 giờ làm việc[1].',
    'Điều 3. Thời hạn trả lời',
    '1. Trả lời trong 04 giờ làm việc.',
    '2. Trường hợp phức tạp:',
    'a) Báo cáo lãnh đạo;',
    'b) Báo lại cho doanh nghiệp.',
    'Điều 3. Trách nhiệm',
    'Đơn vị chịu trách nhiệm:',
    '- Niêm yết công khai;',
    '- Hướng dẫn một lần.',
  ]);
  expect(read.leftovers.map(({ text, because }) => [because, text])).toEqual([
    ['beforeFirstArticle', '(Kèm theo thỏa thuận đối tác)'],
    ['afterEnd', 'TM. CHI CỤC HẢI QUAN'],
    ['afterEnd', '(đã ký)'],
    ['footnote', '[1] Giờ làm việc theo thông báo của đơn vị.'],
  ]);
  expect(read.warnings).toEqual([expect.stringContaining('Word đánh số tự động')]);
});

test('what is odd about the numbers is pointed out, and a repeated one forbids publishing', async () => {
  const { articles } = await readSource(await payload('messy.docx'));

  expect(doubtsOf('PL11', articles)).toEqual([
    { address: 'PL11 Điều 1 khoản 3', because: 'missingNumber', isFatal: false },
    { address: 'PL11 Điều 2 khoản 1 điểm đ', because: 'missingNumber', isFatal: false },
    { address: 'PL11 Điều 3', because: 'repeatedNumber', isFatal: true },
  ]);
});

test('a PDF is read over broken lines and pages, without its heads, feet and footnotes', async () => {
  const read = await readSource(await payload('messy.pdf'));

  expect(plainText(read).split('\n')).toEqual([
    'PHỤ LỤC 12',
    'KIỂM TRA NHÀ MÁY',
    'Điều 1. Nguyên tắc',
    '1. Việc kiểm tra cơ sở sản xuất, năng lực gia công được báo trước cho doanh nghiệp và thực hiện trong giờ làm việc, trừ trường hợp luật quy định (Luật Hải quan, Điều 23 khoản 4) hoặc doanh nghiệp đề nghị bằng văn bản.',
    '2. Không kiểm tra lặp lại cùng nội dung trong 12 tháng.',
    'Điều 2. Thời hạn',
    '1. Thời hạn theo loại hình:',
    'Loại hình | Thời hạn | Gia hạn',
    'Gia công | 05 ngày | 01 lần',
    '3. Kết luận gửi trong 03 ngày làm việc[1]',
    '4. Biên bản lập theo mẫu, ghi đủ ý kiến của doanh nghiệp và được hai bên ký; mỗi bên giữ một bản để đối chiếu và lưu cùng hồ sơ hải quan theo quy định.',
    'Điều 4. Phản ánh',
    'a) Doanh nghiệp gửi phản ánh qua kênh tại PL09;',
    'b) Đơn vị trả lời trong 04 giờ làm việc.',
  ]);
  expect(read.leftovers.map(({ because }) => because).toSorted()).toEqual([
    'afterEnd',
    'afterEnd',
    'footnote',
    'pageMargin',
    'pageMargin',
    'pageMargin',
    'pageMargin',
  ]);
});

test.each(['messy.docx', 'messy.pdf'])('nothing of %s is lost between the file and what is shown', async (name) => {
  const read = await readSource(await payload(name));
  const { description } = judgeDescription({
    code: 'PL11',
    title: 'Thử',
    version: '1',
    effectiveFrom: '2026-12-01',
    status: 'signed',
  });
  if (description === null) throw new Error('not described');

  const document = { ...description, preamble: read.preamble, articles: read.articles };
  const [added, removed] = ['added', 'removed'].map((change) =>
    againstFile(read.sourceText, { document, leftovers: read.leftovers })
      .filter((each) => each.change === change)
      .map(({ words }) => words),
  );

  // Numbers that Word counts are not in the file's text; everything else is word for word the same.
  expect(
    removed?.filter(
      (words) =>
        words
          .normalize('NFD')
          .replace(/[^A-Za-z]/gu, '')
          .toLowerCase() !== 'dieu',
    ),
  ).toEqual([]);
  expect(added?.join(' ').replace(/Điều|[\s.)]/gu, '')).toBe(name === 'messy.docx' ? '12ab' : '');
});

test('a scanned PDF is refused, and whoever sent it is told what to do', async () => {
  await expect(readSource(await payload('scanned.pdf'))).rejects.toThrow(/bản quét.*tệp Word gốc.*OCR/u);
});

test.each([
  ['an old Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /lưu lại thành \.docx/u],
  ['a damaged archive', Buffer.from('PK\u0003\u0004 nothing', 'latin1'), /hỏng hoặc quá lớn/u],
  ['a damaged PDF', Buffer.from('%PDF-1.7 nothing'), /Không mở được tệp PDF/u],
  ['an empty file', Buffer.alloc(0), /trống/u],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]), /Chỉ nhận tệp/u],
  [
    'text from before Unicode',
    Buffer.from('§iÒu 1. Thêi h¹n tr¶ lêi v­íng m¾c cña doanh nghiÖp lµ hai giê lµm viÖc kÓ tõ khi ®ñ th«ng tin'),
    /UniKey/u,
  ],
])('%s is refused with a sentence', async (_, bytes, sentence) => {
  await expect(readSource(bytes)).rejects.toThrow(sentence);
});

test('Markdown says of itself what it is, and its marks are not part of the text', async () => {
  const text = [
    '---',
    'code: PL11',
    'title: "Hội chợ: quy định"',
    'keywords: [hội chợ, "a, b"]',
    'note: >',
    '  Dòng một',
    '  dòng hai.',
    'legal_basis:',
    '  - Luật Hải quan',
    'cái gì đây',
    '---',
    '# PL11. Hội chợ',
    '',
    '## Điều 1. **Phạm vi**',
    '1. Câu bị',
    'ngắt dòng.[^1]',
    '',
    '| Cột | Hai |',
    '|---|---|',
    '| a | b |',
    '',
    '[^1]: Ghi chú.',
  ].join('\r\n');

  const { description, preamble, articles, leftovers, warnings } = await readSource(Buffer.from(text));

  expect(description).toMatchObject({
    code: 'PL11',
    title: 'Hội chợ: quy định',
    keywords: ['hội chợ', 'a, b'],
    note: 'Dòng một dòng hai.',
    legalBasis: ['Luật Hải quan'],
  });
  expect([preamble, articles]).toMatchObject([
    'PL11. Hội chợ',
    [{ heading: 'Phạm vi', clauses: [{ text: 'Câu bị ngắt dòng.[1]\nCột | Hai\na | b' }] }],
  ]);
  expect(leftovers).toMatchObject([{ text: '[1] Ghi chú.', because: 'footnote', line: 22 }]);
  expect(warnings).toEqual(['Dòng 10: Không hiểu “cái gì đây”; cần dạng “khóa: giá trị”.']);
});

test('a description is judged whole, in sentences', () => {
  const { problems } = judgeDescription({ code: 'X1', title: ' ', effectiveFrom: '17/2/2020', status: 'draft' });

  expect(problems).toEqual([
    'Mã phụ lục viết như PL01.',
    'Thiếu tên phụ lục.',
    'Thiếu tên phiên bản.',
    'Ngày viết theo dạng 2026-11-23.',
    'Cần xem lại loại văn bản (illustration hoặc signed).',
  ]);
});
