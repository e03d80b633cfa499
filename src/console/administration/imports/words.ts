import type { ImportState } from '../../../rules/imports/import-file.ts';
import { useLanguage } from '../../language/language.tsx';
import type { Counts, ImportNoun } from './data.ts';

const vietnamese = {
  rail: 'Nhập dữ liệu',
  title: 'Nhập dữ liệu từ tệp',
  lead: 'Tải lên một danh sách CSV hoặc Excel, xem trước kết quả, rồi mới nhập. Xem trước không thay đổi gì.',
  what: 'Danh sách',
  nouns: {
    enterprises: 'Doanh nghiệp',
    agreements: 'Bản thỏa thuận',
    associations: 'Hiệp hội',
    declarations: 'Tờ khai',
    organisation: 'Cơ cấu tổ chức',
  } satisfies Record<ImportNoun, string>,
  hints: {
    enterprises: 'Mã số thuế, tên, địa chỉ, điện thoại liên hệ. Dòng đã có chỉ thay đổi những ô được điền.',
    agreements: 'Số, ngày ký, mẫu và tình trạng thỏa thuận. Doanh nghiệp chưa có sẽ được thêm theo mã số thuế.',
    associations: 'Hiệp hội, quy chế phối hợp và hội viên. Danh sách hội viên thay cho danh sách trước.',
    declarations: 'Tờ khai và nhật ký các bước. Trạng thái không bao giờ lùi lại theo dòng cũ hơn.',
    organisation: 'Đơn vị, hoặc công chức với chức danh và vai trò. Mỗi tệp một loại; đơn vị nhập trước.',
  } satisfies Record<ImportNoun, string>,
  template: 'Tải tệp mẫu',
  drop: 'Kéo tệp vào đây hoặc',
  choose: 'Chọn tệp…',
  limits: 'CSV hoặc XLSX, tối đa 64 MB. Tệp chỉ được giữ đến khi nhập xong hoặc bỏ.',
  sending: 'Đang tải lên…',
  files: 'Các lần nhập',
  none: 'Chưa có tệp nào được tải lên.',
  states: {
    reading: 'đang đọc',
    read: 'chờ nhập',
    refused: 'không đọc được',
    importing: 'đang nhập',
    imported: 'đã nhập',
    stopped: 'dừng giữa chừng',
    discarded: 'đã bỏ',
  } satisfies Record<ImportState, string>,
  brought: (who: string, when: string) => `${who} tải lên lúc ${when}`,
  started: (who: string, when: string) => `${who} nhập lúc ${when}`,
  digest: 'Mã kiểm tra tệp (SHA-256)',
  reading: 'Đang đọc và thử nhập. Chưa có gì thay đổi.',
  importing: 'Đang nhập. Anh/chị có thể đóng trang này, việc nhập vẫn tiếp tục trên máy chủ.',
  resumed: 'Máy chủ đã khởi động lại giữa chừng; việc nhập đang chạy lại từ đầu, dòng đã nhập không bị nhập hai lần.',
  done: (counts: Counts) =>
    `Đã nhập xong: ${number(counts.added, 'vi')} thêm mới, ${number(counts.changed, 'vi')} thay đổi.`,
  stopped: (counts: Counts | null) =>
    counts === null
      ? 'Việc nhập đã dừng trước dòng đầu tiên.'
      : `Việc nhập đã dừng sau ${number(counts.read, 'vi')} dòng. Những dòng đã nhập vẫn giữ nguyên; nhập tiếp sẽ không nhập lại hai lần.`,
  before: (who: string, when: string) => `Đúng tệp này đã được ${who} nhập lúc ${when}. Nhập lại sẽ không thay đổi gì.`,
  start: (rows: number) => `Nhập ${number(rows, 'vi')} dòng`,
  nothing: 'Không có gì để nhập: mọi dòng đều đã có hoặc bị loại.',
  continue: 'Nhập tiếp từ đầu',
  discard: 'Bỏ tệp này',
  counts: {
    added: 'Thêm mới',
    changed: 'Thay đổi',
    unchanged: 'Không đổi',
    duplicates: 'Lặp trong tệp',
    rejected: 'Bị loại',
  } satisfies Record<Exclude<keyof Counts, 'read'>, string>,
  rowsRead: (rows: number) => `${number(rows, 'vi')} dòng đọc được`,
  columns: 'Các cột được hiểu thế nào',
  columnsLead: (form: string, line: number, readAs: string) =>
    `Bảng “${form}”, dòng tiêu đề là dòng ${line}; ${readAs}.`,
  column: 'Cột của hệ thống',
  header: 'Tiêu đề trong tệp',
  sample: 'Ví dụ trong tệp',
  required: 'bắt buộc',
  notRead: 'Không đọc',
  missing: 'chưa nhận ra',
  ignored: (headers: string) => `Không dùng đến: ${headers}.`,
  apply: 'Đọc lại theo lựa chọn',
  automatic: 'Tự nhận lại',
  first: (shown: number, all: number) =>
    shown < all ? `${number(shown, 'vi')} dòng đầu trong ${number(all, 'vi')}` : `${number(all, 'vi')} dòng`,
  rejectedLead: 'Sửa ngay trong tệp này rồi tải lên lại: các cột lý do ở đầu được bỏ qua.',
  rejectedFile: 'Tải các dòng bị loại',
  line: 'Dòng',
  where: 'Cột',
  value: 'Giá trị',
  because: 'Lý do',
  empty: 'trống',
  commandRuns: 'Nhập bằng dòng lệnh',
  unfinished: 'không chạy hết',
  when: 'Lúc',
  file: 'Tệp',
  state: 'Tình trạng',
  result: 'Kết quả',
  summary: (counts: Counts) =>
    `+${number(counts.added, 'vi')} mới, ${number(counts.changed, 'vi')} đổi, ${number(counts.rejected, 'vi')} loại`,
  number: (amount: number) => number(amount, 'vi'),
};

type Words = typeof vietnamese;

const english: Words = {
  rail: 'Imports',
  title: 'Import from a file',
  lead: 'Bring a CSV or Excel list, look at what would come of it, and import it then. Looking changes nothing.',
  what: 'List',
  nouns: {
    enterprises: 'Enterprises',
    agreements: 'Agreements',
    associations: 'Associations',
    declarations: 'Declarations',
    organisation: 'Organisation',
  },
  hints: {
    enterprises: 'Tax code, name, address, telephone. Of a row that is there, only what is filled in changes.',
    agreements: 'Number, signing date, template and state. An unknown enterprise is entered by its tax code.',
    associations: 'Associations, their regulations and members. A list of members replaces the one before.',
    declarations: 'Declarations and their steps. An older row never moves a state back.',
    organisation: 'Units, or officers with title and role. One kind a file; units first.',
  },
  template: 'Get the template',
  drop: 'Drop a file here or',
  choose: 'Choose a file…',
  limits: 'CSV or XLSX, up to 64 MB. The file is kept until it is imported or discarded.',
  sending: 'Sending…',
  files: 'Imports',
  none: 'No file has been brought yet.',
  states: {
    reading: 'being read',
    read: 'waits to be imported',
    refused: 'cannot be read',
    importing: 'being imported',
    imported: 'imported',
    stopped: 'stopped on the way',
    discarded: 'discarded',
  },
  brought: (who, when) => `brought by ${who}, ${when}`,
  started: (who, when) => `imported by ${who}, ${when}`,
  digest: 'Digest of the file (SHA-256)',
  reading: 'Being read and tried out. Nothing has changed.',
  importing: 'Being imported. You may close this page; the server goes on.',
  resumed: 'The server restarted on the way; the import runs from the top again, and no row is taken twice.',
  done: (counts) => `Imported: ${number(counts.added, 'en')} added, ${number(counts.changed, 'en')} changed.`,
  stopped: (counts) =>
    counts === null
      ? 'The import stopped before its first row.'
      : `The import stopped after ${number(counts.read, 'en')} rows. What was imported stays; going on takes no row twice.`,
  before: (who, when) => `This very file was imported by ${who}, ${when}. Again it will change nothing.`,
  start: (rows) => `Import ${number(rows, 'en')} rows`,
  nothing: 'There is nothing to import: every row is there already or rejected.',
  continue: 'Go on from the top',
  discard: 'Discard this file',
  counts: {
    added: 'Added',
    changed: 'Changed',
    unchanged: 'Unchanged',
    duplicates: 'Repeated',
    rejected: 'Rejected',
  },
  rowsRead: (rows) => `${number(rows, 'en')} rows read`,
  columns: 'How the columns are understood',
  columnsLead: (form, line, readAs) => `Table “${form}”, headers on line ${line}; ${readAs}.`,
  column: 'Our column',
  header: 'Header in the file',
  sample: 'From the file',
  required: 'required',
  notRead: 'Not read',
  missing: 'not recognised',
  ignored: (headers) => `Not used: ${headers}.`,
  apply: 'Read it this way',
  automatic: 'Recognise again',
  first: (shown, all) =>
    shown < all ? `the first ${number(shown, 'en')} of ${number(all, 'en')}` : `${number(all, 'en')} rows`,
  rejectedLead: 'Correct them in this very file and bring it again: the columns with the reasons are passed over.',
  rejectedFile: 'Get the rejected rows',
  line: 'Line',
  where: 'Column',
  value: 'Value',
  because: 'Reason',
  empty: 'empty',
  commandRuns: 'Imported by command',
  unfinished: 'did not end',
  when: 'When',
  file: 'File',
  state: 'State',
  result: 'Result',
  summary: (counts) =>
    `+${number(counts.added, 'en')} new, ${number(counts.changed, 'en')} changed, ${number(counts.rejected, 'en')} rejected`,
  number: (amount) => number(amount, 'en'),
};

function number(amount: number, language: 'vi' | 'en'): string {
  return amount.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB');
}

export function useImportWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
