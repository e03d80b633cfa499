import type { DeclarationState, RiskChannel } from '../../rules/declarations/declaration.ts';
import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  rail: 'Tra cứu DN',
  title: 'Tra cứu doanh nghiệp',
  query: 'Tên hoặc mã số thuế',
  none: 'Không tìm thấy doanh nghiệp nào thuộc phạm vi của anh/chị.',
  note: 'Ghi chú',
  address: 'Địa chỉ',
  phones: 'Số điện thoại đã đăng ký',
  agreements: 'Thỏa thuận đối tác',
  agreementStates: { inForce: 'đang hiệu lực', suspended: 'tạm dừng', ended: 'đã kết thúc' },
  associations: 'Hiệp hội',
  declarations: 'Tờ khai mới nhất',
  states: {
    registered: 'đã đăng ký',
    inspecting: 'đang kiểm tra',
    released: 'đã giải phóng hàng',
    stored: 'đã đưa hàng về bảo quản',
    cleared: 'đã thông quan',
    cancelled: 'đã hủy',
  } satisfies Record<DeclarationState, string>,
  channels: { green: 'luồng xanh', yellow: 'luồng vàng', red: 'luồng đỏ' } satisfies Record<RiskChannel, string>,
  history: 'Lịch sử thay đổi',
  before: (fields: string) => `trước đó: ${fields}`,
  nothing: 'chưa có',
  yes: 'có',
  no: 'không',
  people: 'Người đại diện',
  since: (when: string) => `từ ${when}`,
  until: (day: string) => `đến hết ${day}`,
  signed: (day: string, template: string) => `ký ${day}, mẫu ${template}`,
  taxCode: 'MST',
  state: 'Trạng thái',
  choose: 'Chọn một doanh nghiệp để xem thỏa thuận, người đại diện và tờ khai.',
  back: '‹ Danh sách',
  /** What the columns of the register are called where an older value is shown. */
  fields: {
    name: 'tên',
    nameEnglish: 'tên tiếng Anh',
    address: 'địa chỉ',
    phone: 'điện thoại',
    phones: 'số điện thoại đã đăng ký',
    email: 'thư điện tử',
    isBroker: 'đại lý hải quan',
    sharesCases: 'chia sẻ vụ việc',
    note: 'ghi chú',
  } as Readonly<Record<string, string>>,
};

type Words = typeof vietnamese;

const english: Words = {
  rail: 'Register',
  title: 'Enterprises',
  query: 'Name or tax code',
  none: 'No enterprise of yours was found.',
  note: 'Note',
  address: 'Address',
  phones: 'Registered telephone numbers',
  agreements: 'Partnership agreements',
  agreementStates: { inForce: 'in force', suspended: 'suspended', ended: 'ended' },
  associations: 'Associations',
  declarations: 'Newest declarations',
  states: {
    registered: 'registered',
    inspecting: 'under inspection',
    released: 'released',
    stored: 'in storage',
    cleared: 'cleared',
    cancelled: 'cancelled',
  },
  channels: { green: 'green channel', yellow: 'yellow channel', red: 'red channel' },
  history: 'Changes',
  before: (fields) => `before: ${fields}`,
  nothing: 'none',
  yes: 'yes',
  no: 'no',
  people: 'Who speaks for it',
  since: (when) => `since ${when}`,
  until: (day) => `to the end of ${day}`,
  signed: (day, template) => `signed ${day}, template ${template}`,
  taxCode: 'Tax code',
  state: 'State',
  choose: 'Choose an enterprise to see its agreements, people and declarations.',
  back: '‹ List',
  fields: {
    name: 'name',
    nameEnglish: 'English name',
    address: 'address',
    phone: 'telephone',
    phones: 'registered numbers',
    email: 'e-mail',
    isBroker: 'customs broker',
    sharesCases: 'shares cases',
    note: 'note',
  },
};

/** What pages say about the register, in the language of the console. */
export function useRegistryWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
