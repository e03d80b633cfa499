import { emailOf, officers } from './officers.ts';
import { units } from './units.ts';

/** Of all demonstration officers alike. */
export const demonstrationPassword = 'haiphong';

export interface DemonstrationSignIn {
  name: string;
  title: string;
  unit: string;
  email: string;
  password: string;
  /** What this person's console shows that the others' do not. */
  why: string;
}

const worthTrying: readonly (readonly [login: string, why: string])[] = [
  ['lan.pham', 'công chức giám sát ở Đình Vũ: vụ việc của mình, việc sắp đến hạn'],
  ['tuan.tran', 'Đội trưởng ở Đình Vũ: vụ việc quá hạn vừa được chuyển lên, cảnh báo cần xác nhận'],
  ['ha.vu', 'công chức Đội Thông quan: hồ sơ, xuất xứ, phân loại, trị giá của cả khu vực'],
  ['quang.bui', 'Trưởng phòng Giám sát quản lý: cấp 3, đầu mối tổ giải quyết vướng mắc'],
  ['hung.do', 'Chi cục trưởng: thấy toàn bộ vụ việc, cấp cuối cùng'],
  ['oanh.ta', 'kiểm tra nội bộ: phản ánh về công chức'],
  ['bao.dang', 'quản trị hệ thống: đơn vị, công chức, lịch làm việc, chính sách'],
];

/** Whom a newcomer signs in as, in the order worth trying. The other officers have the same password. */
export const demonstrationSignIns: readonly DemonstrationSignIn[] = worthTrying.flatMap(([login, why]) => {
  const officer = officers.find((each) => each.login === login);
  if (officer === undefined) return [];
  const unit = units.find(({ code }) => code === officer.unit)?.name ?? '';
  const { name, title } = officer;
  return [{ name, title, unit, email: emailOf(login), password: demonstrationPassword, why }];
});
