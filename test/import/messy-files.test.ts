import { expect, test } from 'vitest';
import { agreements } from '../../src/import/nouns/agreements.ts';
import { associations } from '../../src/import/nouns/associations.ts';
import { declarations } from '../../src/import/nouns/declarations.ts';
import { enterprises } from '../../src/import/nouns/enterprises.ts';
import { openTable } from '../../src/import/open-table.ts';
import { type RejectedRow, readTable } from '../../src/import/read-table.ts';
import { reasonIn } from '../../src/import/rejected-file.ts';
import { payload, readAll, zone } from './reading.ts';

test('a list of enterprises as an office keeps it is read, and what is wrong with it is told by line and column', async () => {
  const { rows, rejected, counts, headerLine, ignored } = await readAll(payload('enterprises-messy.csv'), enterprises);

  expect(counts).toEqual({ read: 13, accepted: 6, rejected: 6, duplicates: 1, noted: 2 });
  expect({ headerLine, ignored }).toEqual({ headerLine: 4, ignored: ['STT'] });
  expect(rows.map(({ line, row }) => [line, row.taxCode, row.name, row.phones, row.isCustomsBroker])).toEqual([
    [6, '0201975599', 'Công ty TNHH Cảng Ví dụ', ['84912345678'], true],
    [7, '0100109106', 'Tổng công ty Thử nghiệm', ['842253836262', '84987654321'], false],
    [9, '0100109106-001', 'Chi nhánh Hải Phòng', ['84912345678'], null],
    [10, '0200000007', 'Công ty "Sao Biển" (trụ sở mới)', null, false],
    [12, '0201975598', 'Công ty Sai Chữ Số Kiểm Tra', null, null],
    [20, '034089001234', 'Hộ kinh doanh Nguyễn Văn Ví Dụ', ['84912345679'], false],
  ]);
  expect(rows.find(({ line }) => line === 12)?.notes).toEqual([
    { column: 'Mã số thuế', note: 'Chữ số kiểm tra của 0201975598 không đúng; đề nghị đối chiếu lại.' },
  ]);
  expect(told(rejected)).toEqual([
    'dòng 8: Trùng với dòng 6 nhưng nội dung khác. Hãy giữ một dòng.',
    'dòng 14, Mã số thuế “2,00E+08”: Bảng tính đã rút gọn số này nên các chữ số cuối đã mất. Hãy định dạng cột là Văn bản (Text) và nhập lại đủ chữ số.',
    'dòng 15, Mã số thuế “02019755”, Email “ai đó ở công ty”: Mã số thuế: Phải có 10, 12 hoặc 13 chữ số; ô này có 8. Email: Chỉ ghi một địa chỉ thư điện tử, không có dấu cách.',
    'dòng 16, Mã số thuế “”, Điện thoại “0123”, Đại lý hải quan “có lẽ”: Mã số thuế: Ô bắt buộc đang bỏ trống. Điện thoại: Số điện thoại Việt Nam có 10 hoặc 11 chữ số và bắt đầu bằng 0 hoặc +84. Đại lý hải quan: Không có giá trị này. Hãy chọn một trong: Có, Không.',
    'dòng 17: Dòng có 10 ô nhưng bảng chỉ có 8 cột. Có thể một ô chứa dấu phân cách mà không đặt trong ngoặc kép.',
    'dòng 18: Dấu ngoặc kép mở ở dòng này không được đóng lại.',
  ]);
});

test('agreements saved by a spreadsheet as Unicode text are read, and an end that people write as a last day is the day after it', async () => {
  const { rows, rejected } = await readAll(payload('agreements-utf16.csv'), agreements);

  expect(rows.map(({ row }) => [row.taxCode, row.signedOn, row.templateVersion, row.state, row.validUntil])).toEqual([
    ['0201975599', '2018-05-07', '2018', 'ended', '2020-01-01'],
    ['0201975599', '2020-02-17', '2020-02-17', 'inForce', null],
    ['0100109106', '2020-03-20', '2020-02-17', null, null],
  ]);
  expect(told(rejected)).toEqual([
    'dòng 5, Ngày ký “31/02/2020”, Mẫu thỏa thuận “mẫu 2019”, Tình trạng “đang chờ”, Mã đơn vị ký “CK ĐV”: Ngày ký: Tháng 2/2020 không có ngày 31. Mẫu thỏa thuận: Không có giá trị này. Hãy chọn một trong: 2018, 17/2/2020. Tình trạng: Không có giá trị này. Hãy chọn một trong: Đang hiệu lực, Tạm dừng, Chấm dứt. Mã đơn vị ký: Mã đơn vị chỉ gồm chữ, số, dấu chấm, gạch nối, gạch chéo; không có dấu cách; tối đa 40 ký tự.',
    'dòng 6, Ngày ký “05/23/2020”: Không có tháng 23; có vẻ ngày và tháng bị đảo. Hãy ghi ngày trước, tháng sau.',
    'dòng 7, Hiệu lực đến hết ngày “01/03/2020”: Ngày hết hiệu lực phải sau ngày ký.',
  ]);
});

test('a list of associations in the old Vietnamese code page keeps every accent', async () => {
  await using table = await openTable(payload('associations-windows-1258.csv'));
  const { batches } = await readTable(table, associations, { zone });
  const [batch] = await Array.fromAsync(batches);

  expect(table.readAs()).toBe('windows-1258, các ô cách nhau bằng dấu phẩy');
  expect(batch?.rows.map(({ row }) => row)).toEqual([
    {
      form: 'association',
      code: 'VIDET',
      name: 'Hiệp hội Dệt may Ví dụ',
      regulationNumber: '12/QCPH-HQHP',
      regulationSignedOn: '2018-05-07',
      members: ['0201975599', '0100109106'],
    },
    {
      form: 'association',
      code: null,
      name: 'Hiệp hội Xăng dầu Thử nghiệm',
      regulationNumber: '13/QCPH-HQHP',
      regulationSignedOn: '2019-06-30',
      members: null,
    },
  ]);
  expect(told(batch?.rejected ?? [])).toEqual([
    'dòng 4, Danh sách mã số thuế hội viên “0201975599; 12345”: Mã “12345”: Phải có 10, 12 hoặc 13 chữ số; ô này có 5.',
  ]);
});

test('declarations with dates of every kind are read on the walls of Hải Phòng, with their steps in order', async () => {
  const { rows, rejected, counts } = await readAll(payload('declarations-messy.csv'), declarations);

  expect(counts).toEqual({ read: 12, accepted: 4, rejected: 7, duplicates: 1, noted: 2 });
  expect(rows.map(({ row }) => row)).toEqual([
    expect.objectContaining({
      declarationNo: '104722599000',
      officeCode: '03EE',
      channel: 'yellow',
      state: 'cleared',
      stateAt: new Date('2026-03-05T10:40:00+07:00'),
      steps: [
        { step: 'registered', at: new Date('2026-03-05T08:15:00+07:00'), officerEmail: null, actorName: null },
        {
          step: 'documentCheck',
          at: new Date('2026-03-05T09:00:00+07:00'),
          officerEmail: 'canbo.a@haiquan.vidu.vn',
          actorName: null,
        },
        { step: 'cleared', at: new Date('2026-03-05T10:40:00+07:00'), officerEmail: null, actorName: 'Đội Thông quan' },
      ],
    }),
    expect.objectContaining({
      declarationNo: '104722620700',
      officeCode: '03EE',
      typeCode: 'E31',
      channel: 'red',
      registeredAt: new Date('2026-03-05T14:05:00+07:00'),
      state: 'inspecting',
      stateAt: new Date('2026-03-05T09:30:00Z'),
    }),
    expect.objectContaining({
      declarationNo: '304722620711',
      registeredAt: new Date('2026-03-05T08:15:00+07:00'),
      state: 'registered',
    }),
    expect.objectContaining({
      declarationNo: '104722620820',
      registeredAt: new Date('2026-03-05T14:30:00+07:00'),
      state: 'stored',
      stateAt: new Date('2026-03-06T00:00:00+07:00'),
    }),
  ]);
  expect(told(rejected)).toEqual([
    'dòng 6, Mã hải quan “3”, Phân luồng “tím”, Ngày đăng ký “31/02/2026”, Trạng thái “xong”: Mã hải quan: Mã hải quan không có trong danh mục đơn vị đang dùng. Phân luồng: Không có giá trị này. Hãy chọn một trong: Xanh, Vàng, Đỏ. Ngày đăng ký: Tháng 2/2026 không có ngày 31. Trạng thái: Không có giá trị này. Hãy chọn một trong: Đăng ký, Đang kiểm tra, Giải phóng hàng, Đưa về bảo quản, Thông quan, Hủy.',
    'dòng 7, Số tờ khai “1.04723E+11”: Bảng tính đã rút gọn số này nên các chữ số cuối đã mất. Hãy định dạng cột là Văn bản (Text) và nhập lại đủ chữ số.',
    'dòng 8, Số tờ khai “10472262104”: Có 11 chữ số, cần đủ 12. Nếu chỉ thiếu chữ số cuối (số lần sửa), hãy ghi thêm số 0 ở cuối.',
    'dòng 9, Mã hải quan “01AB”, Mã loại hình “11A”, Ngày đăng ký “03/25/2026”: Mã hải quan: Mã hải quan không có trong danh mục đơn vị đang dùng. Mã loại hình: Mã loại hình gồm một chữ cái và hai chữ số, ví dụ A11. Ngày đăng ký: Không có tháng 25; có vẻ ngày và tháng bị đảo. Hãy ghi ngày trước, tháng sau.',
    'dòng 10, Ngày đăng ký “05/03/2026 25:15”: Giờ trong ngày phải từ 00:00 đến 23:59.',
    'dòng 12: Trùng với dòng 2 nhưng nội dung khác. Hãy giữ một dòng.',
    'dòng 13, Công chức kiểm tra hồ sơ “canbo.d@haiquan.vidu.vn”: Có người thực hiện nhưng thiếu thời gian của bước này.',
  ]);
});

test('a workbook with titles, numbers for codes, dates as numbers, formulas and errors is read from its first visible sheet', async () => {
  const { rows, rejected, headerLine, ignored } = await readAll(payload('declarations-messy.xlsx'), declarations);

  expect({ headerLine, ignored }).toEqual({ headerLine: 4, ignored: ['STT', 'Trị giá (VNĐ)'] });
  expect(rows.map(({ row }) => row)).toEqual([
    expect.objectContaining({
      declarationNo: '104722599000',
      taxCode: '0201975599',
      registeredAt: new Date('2026-03-05T08:15:00+07:00'),
      stateAt: new Date('2026-03-05T10:40:00+07:00'),
    }),
    expect.objectContaining({
      declarationNo: '304722620711',
      officeCode: '03EE',
      registeredAt: new Date('2026-03-05T08:15:00+07:00'),
      stateAt: new Date('2026-03-05T10:39:00+07:00'),
    }),
  ]);
  expect(told(rejected)).toEqual([
    'dòng 7, Số tờ khai “104722620820123000”: Bảng tính đã rút gọn số này nên các chữ số cuối đã mất. Hãy định dạng cột là Văn bản (Text) và nhập lại đủ chữ số.',
    'dòng 8, Mã hải quan “#N/A”: Ô đang báo lỗi #N/A trong bảng tính.',
    'dòng 9, Mã số thuế “#N/A”, Phân luồng “TRUE”: Mã số thuế: Ô đang báo lỗi #N/A trong bảng tính. Phân luồng: Không có giá trị này. Hãy chọn một trong: Xanh, Vàng, Đỏ.',
    'dòng 10, Số tờ khai “104722621150.5”, Ngày đăng ký “999”: Số tờ khai: Ô là số lẻ hoặc số âm, không phải mã số. Ngày đăng ký: Số 999 không phải ngày của bảng tính.',
    'dòng 11, Số tờ khai “05/03/2026”: Ô đang là ngày hoặc giá trị đúng/sai, không phải mã số.',
  ]);
});

function told(rejected: readonly RejectedRow[]): string[] {
  return rejected.map(({ line, problems }) => {
    const cells = problems.filter(({ column }) => column !== '').map(({ column, value }) => `, ${column} “${value}”`);
    return `dòng ${line}${cells.join('')}: ${reasonIn(problems)}`;
  });
}
