import type { Role } from '../rules/visibility/can-see.ts';
import type { UnitCode } from './units.ts';

interface DemonstrationOfficer {
  /** The part of the e-mail address before the @, and the name by which the other pages here call the officer. */
  login: string;
  name: string;
  title: string;
  role: Role;
  unit: UnitCode;
}

/** Invented people. Every unit that answers for cases has a head; every border unit has officers to deal cases to. */
export const officers: readonly DemonstrationOfficer[] = [
  ...staff('R3', ['hung.do', 'Đỗ Mạnh Hùng', 'Chi cục trưởng', 'departmentLeader']),
  ...staff(
    'R3-TQ',
    ['son.hoang', 'Hoàng Ngọc Sơn', 'Đội trưởng Đội Thông quan', 'unitHead'],
    ['ha.vu', 'Vũ Thu Hà', 'Công chức kiểm tra hồ sơ', 'officer'],
    ['minh.le', 'Lê Quang Minh', 'Công chức kiểm tra hồ sơ', 'officer'],
    ['thao.ngo', 'Ngô Phương Thảo', 'Công chức trị giá, phân loại', 'officer'],
  ),
  ...staff(
    'R3-GSQL',
    ['quang.bui', 'Bùi Đức Quang', 'Trưởng phòng Giám sát quản lý', 'unitHead'],
    ['yen.trinh', 'Trịnh Hải Yến', 'Công chức giám sát quản lý', 'officer'],
  ),
  ...staff(
    'R3-TXNK',
    ['lien.mai', 'Mai Thị Liên', 'Trưởng phòng Thuế xuất nhập khẩu', 'unitHead'],
    ['tung.cao', 'Cao Thanh Tùng', 'Công chức hoàn thuế, miễn thuế', 'officer'],
  ),
  ...staff(
    'R3-KTSTQ',
    ['khanh.duong', 'Dương Văn Khánh', 'Đội trưởng Đội Phúc tập và KTSTQ', 'unitHead'],
    ['nga.phan', 'Phan Thúy Nga', 'Công chức kiểm tra sau thông quan', 'officer'],
  ),
  ...staff('R3-KS', ['cuong.dinh', 'Đinh Việt Cường', 'Đội trưởng Đội Kiểm soát', 'unitHead']),
  ...staff(
    'R3-KTNB',
    ['oanh.ta', 'Tạ Kim Oanh', 'Phụ trách kiểm tra nội bộ', 'internalControl'],
    ['phuc.luu', 'Lưu Hồng Phúc', 'Công chức kiểm tra nội bộ', 'internalControl'],
  ),
  ...staff(
    'R3-VP',
    ['loan.chu', 'Chu Bích Loan', 'Chánh Văn phòng', 'unitHead'],
    ['bao.dang', 'Đặng Quốc Bảo', 'Quản trị hệ thống', 'administrator'],
    // Calendars and policies take a second pair of eyes.
    ['ngan.ho', 'Hồ Kim Ngân', 'Quản trị hệ thống', 'administrator'],
    ['thinh.ha', 'Hà Đức Thịnh', 'Công chức hỗ trợ hệ thống', 'officer'],
  ),
  ...staff(
    'R3-KV1',
    ['dung.vu', 'Vũ Tiến Dũng', 'Đội trưởng', 'unitHead'],
    ['huong.dao', 'Đào Thanh Hương', 'Công chức kiểm tra thực tế', 'officer'],
    ['nam.trinh', 'Trịnh Hoài Nam', 'Công chức giám sát', 'officer'],
  ),
  ...staff(
    'R3-KV2',
    ['hai.luong', 'Lương Thanh Hải', 'Đội trưởng', 'unitHead'],
    ['trang.doan', 'Đoàn Thu Trang', 'Công chức giám sát', 'officer'],
    ['dat.nguyen', 'Nguyễn Thành Đạt', 'Công chức kiểm tra thực tế', 'officer'],
  ),
  ...staff(
    'R3-KV3',
    ['hoa.pham', 'Phạm Thị Hòa', 'Đội trưởng', 'unitHead'],
    ['long.tran', 'Trần Hải Long', 'Công chức giám sát', 'officer'],
    ['my.le', 'Lê Trà My', 'Công chức kiểm tra thực tế', 'officer'],
  ),
  ...staff(
    'R3-DV',
    ['tuan.tran', 'Trần Anh Tuấn', 'Đội trưởng', 'unitHead'],
    ['binh.nguyen', 'Nguyễn Thanh Bình', 'Phó Đội trưởng', 'teamLead'],
    ['lan.pham', 'Phạm Ngọc Lan', 'Công chức giám sát', 'officer'],
    ['kien.do', 'Đỗ Trung Kiên', 'Công chức kiểm tra thực tế', 'officer'],
  ),
  ...staff(
    'R3-KCN',
    ['viet.hoang', 'Hoàng Quốc Việt', 'Đội trưởng', 'unitHead'],
    ['nhung.bui', 'Bùi Hồng Nhung', 'Công chức quản lý gia công, chế xuất', 'officer'],
    ['duy.pham', 'Phạm Khánh Duy', 'Công chức giám sát', 'officer'],
  ),
  ...staff(
    'R3-TB',
    ['toan.vu', 'Vũ Minh Toàn', 'Đội trưởng', 'unitHead'],
    ['hue.lai', 'Lại Thị Huế', 'Công chức giám sát', 'officer'],
    ['quan.phi', 'Phí Minh Quân', 'Công chức kiểm tra thực tế', 'officer'],
  ),
  ...staff(
    'R3-HD',
    ['thang.nguyen', 'Nguyễn Đình Thắng', 'Đội trưởng', 'unitHead'],
    ['mai.tran', 'Trần Ngọc Mai', 'Công chức giám sát', 'officer'],
    ['phong.vu', 'Vũ Thế Phong', 'Công chức kiểm tra thực tế', 'officer'],
  ),
  ...staff(
    'R3-HY',
    ['giang.le', 'Lê Trường Giang', 'Đội trưởng', 'unitHead'],
    ['van.do', 'Đỗ Cẩm Vân', 'Công chức giám sát', 'officer'],
    ['an.quach', 'Quách Thành An', 'Công chức quản lý gia công', 'officer'],
  ),
];

export function emailOf(login: string): string {
  return `${login}@haiquan.example`;
}

function staff(unit: UnitCode, ...people: [string, string, string, Role][]): DemonstrationOfficer[] {
  return people.map(([login, name, title, role]) => ({ login, name, title, role, unit }));
}
