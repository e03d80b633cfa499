import { useLanguage } from '../../language/language.tsx';

const vietnamese = {
  title: 'Đơn vị',
  lead: 'Cây tổ chức tại một ngày. Mỗi thay đổi có ngày hiệu lực; những gì trước ngày đó giữ nguyên như đã có.',
  tree: 'Cây đơn vị',
  unit: 'Đơn vị',
  code: 'Mã',
  since: 'Tên này từ ngày',
  name: 'Tên đầy đủ',
  shortName: 'Tên ngắn',
  parent: 'Trực thuộc',
  changes: 'Các ngày thay đổi',
  create: 'Thêm đơn vị',
  change: 'Đổi tên, di chuyển',
  end: 'Kết thúc',
  endFrom: 'Không còn hoạt động từ ngày',
  changeOf: (name: string) => `Đổi tên, di chuyển ${name}`,
  endOf: (name: string) => `Kết thúc ${name}`,
  history: 'Qua thời gian',
  officers: 'Công chức',
  offices: 'Mã hải quan phụ trách',
  choose: 'Chọn một đơn vị để xem lịch sử, công chức và thay đổi.',
  touched: 'Những gì đang gắn với đơn vị này:',
  officersCount: (count: number, names: string) => `${count} công chức: ${names}`,
  officesCount: (codes: string) => `mã hải quan ${codes}`,
  rulesCount: (count: number) => `${count} dòng phân công trách nhiệm`,
  policiesCount: (names: string) => `quy định thời hạn: ${names}`,
  casesCount: (count: number) => `${count} vụ việc chưa xong`,
  nothing: 'Không có gì gắn với đơn vị này.',
  moveKeeps: 'Công chức, mã hải quan và vụ việc đi theo đơn vị; vụ việc lên cấp theo cây mới kể từ ngày đó.',
  endNeeds: 'Chỉ kết thúc được khi không còn gì gắn với đơn vị.',
};

type Words = typeof vietnamese;

const english: Words = {
  title: 'Units',
  lead: 'The tree as of a day. Every change has its date; what was before stays as it was.',
  tree: 'Tree of units',
  unit: 'Unit',
  code: 'Code',
  since: 'Called so since',
  name: 'Full name',
  shortName: 'Short name',
  parent: 'Below',
  changes: 'Days of change',
  create: 'Add a unit',
  change: 'Rename, move',
  end: 'End',
  endFrom: 'No longer works from',
  changeOf: (name) => `Rename or move ${name}`,
  endOf: (name) => `End ${name}`,
  history: 'Through time',
  officers: 'Officers',
  offices: 'Customs offices',
  choose: 'Choose a unit to see its history and its officers, and to change it.',
  touched: 'What leans on this unit:',
  officersCount: (count, names) => `${count} officers: ${names}`,
  officesCount: (codes) => `customs offices ${codes}`,
  rulesCount: (count) => `${count} lines of responsibility`,
  policiesCount: (names) => `policies: ${names}`,
  casesCount: (count) => `${count} open cases`,
  nothing: 'Nothing leans on this unit.',
  moveKeeps: 'Officers, offices and cases go with the unit; cases climb by the new tree from that day.',
  endNeeds: 'A unit ends only when nothing leans on it any more.',
};

/** What the page of units says, in the language of the console. */
export function useUnitWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
