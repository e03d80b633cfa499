import { expect, test } from 'vitest';
import { associations } from '../../src/import/nouns/associations.ts';
import { declarations } from '../../src/import/nouns/declarations.ts';
import { enterprises } from '../../src/import/nouns/enterprises.ts';
import { organisation } from '../../src/import/nouns/organisation.ts';
import { bytes, readAll } from './reading.ts';

test.each([
  'Mã số thuế,Tên doanh nghiệp',
  'TAX CODE,Company',
  '"Mã số\nthuế (MST)*",Tên  DN:',
  'Tên công ty,msdn',
  'ma so thue,ten doanh nghiep',
])('headers are known however they are written: %s', async (headers) => {
  const cells = /^t[eê]n/i.test(headers) ? 'Công ty,0201975599' : '0201975599,Công ty';

  const { rows } = await readAll(bytes(`${headers}\n${cells}`), enterprises);

  expect(rows.map(({ row }) => [row.taxCode, row.name])).toEqual([['0201975599', 'Công ty']]);
});

test('a missing column is named beside what was found', async () => {
  const reading = readAll(bytes('Danh sách\n\nSTT,Tên DN,Địa chỉ\n1,A,B'), enterprises);

  await expect(reading).rejects.toThrow(
    'Bảng doanh nghiệp thiếu cột bắt buộc “Mã số thuế”. Dòng tiêu đề (dòng 3) có: “STT”, “Tên DN”, “Địa chỉ”.',
  );
});

test('two columns for one field are an error, for nobody knows which to believe', async () => {
  const reading = readAll(bytes('MST,Mã DN,Tên\n1,2,3'), enterprises);

  await expect(reading).rejects.toThrow('có hai cột cùng là “Mã số thuế”: “MST” và “Mã DN”');
});

test('a file without headers says so', async () => {
  const reading = readAll(bytes('0201975599,Công ty A\n0100109106,Công ty B'), enterprises);

  await expect(reading).rejects.toThrow('Không thấy dòng tiêu đề của bảng doanh nghiệp trong 10 dòng đầu.');
});

test('headers below the tenth row with content are not looked for', async () => {
  const titles = (count: number) => Array.from({ length: count }, (_, at) => `Dòng giới thiệu ${at + 1}\n`).join('');

  await expect(readAll(bytes(`${titles(9)}MST,Tên\n0201975599,A`), enterprises)).resolves.toMatchObject({
    headerLine: 10,
  });
  await expect(readAll(bytes(`${titles(10)}MST,Tên\n0201975599,A`), enterprises)).rejects.toThrow('Không thấy');
});

test('the headers say whether a row is a declaration or one of its steps', async () => {
  const whole = await readAll(bytes('Số tờ khai,MST,Ngày ĐK\n104722599000,0201975599,05/03/2026 08:15'), declarations);
  const steps = await readAll(
    bytes(
      'Số tờ khai,Bước,Thời gian,Công chức\n104722599000,Kiểm hóa,05/03/2026 08:15,a@b.vn\n104722599000,kiểm hoá,05/03/2026 08:15,c@b.vn',
    ),
    declarations,
  );

  expect(whole.rows[0]?.row.form).toBe('declaration');
  expect(steps.rows.map(({ row }) => row)).toEqual(
    ['a@b.vn', 'c@b.vn'].map((officerEmail) => ({
      form: 'step',
      declarationNo: '104722599000',
      step: 'physicalInspection',
      at: new Date('2026-03-05T08:15:00+07:00'),
      officerEmail,
      actorName: null,
    })),
  );
});

test('the headers say whether a row is an association or one of its members', async () => {
  const members = await readAll(
    bytes('Tên hiệp hội,MST hội viên\nHiệp hội A,0201975599\nHiệp hội A,0100109106'),
    associations,
  );

  expect(members.rows.map(({ row }) => row)).toMatchObject([
    { form: 'member', name: 'Hiệp hội A', member: '0201975599' },
    { form: 'member', name: 'Hiệp hội A', member: '0100109106' },
  ]);
});

test('the headers say whether a row is a unit or an officer', async () => {
  const units = await readAll(
    bytes('Mã đơn vị,Tên đơn vị,Trực thuộc,Từ ngày\nKV3,Chi cục III,,15/3/2025\nCKDV,Đình Vũ,KV3,\nX,Y,X,'),
    organisation,
  );
  const officers = await readAll(
    bytes('Họ tên,Email,Đơn vị,Vai trò\nNguyễn A,A@hq.vn,CKDV,Trưởng đơn vị\nTrần B,b@hq.vn,,giám đốc'),
    organisation,
  );

  expect(units.rows.map(({ row }) => row)).toMatchObject([
    { form: 'unit', code: 'KV3', parentCode: null, validFrom: '2025-03-15' },
    { form: 'unit', code: 'CKDV', parentCode: 'KV3', validFrom: null },
  ]);
  expect(units.rejected[0]?.problems).toMatchObject([{ column: 'Mã đơn vị cấp trên', value: 'X' }]);
  expect(officers.rows.map(({ row }) => row)).toMatchObject([
    { form: 'officer', email: 'a@hq.vn', role: 'unitHead', unitCode: 'CKDV' },
  ]);
  expect(officers.rejected[0]?.problems.map(({ column }) => column)).toEqual(['Vai trò', 'Mã đơn vị']);
});
