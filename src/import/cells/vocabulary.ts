import type { DeclarationState, RiskChannel } from '../../rules/declarations/declaration.ts';
import type { StepName } from '../../rules/routing/step-in-question.ts';
import type { Role } from '../../rules/visibility/can-see.ts';
import { accepted, type CellReader } from './cell.ts';
import { type Words, wordReader } from './words.ts';

export type AgreementState = 'inForce' | 'suspended' | 'ended';
/** The two templates that enterprises have signed: 2018, and 17/2/2020 with its appendix. */
export type TemplateVersion = '2018' | '2020-02-17';

export const channelWords: Words<RiskChannel> = {
  green: ['Xanh', 'Luồng xanh', '1', 'Luồng 1', '1 Xanh', 'Green'],
  yellow: ['Vàng', 'Luồng vàng', '2', 'Luồng 2', '2 Vàng', 'Yellow'],
  red: [
    'Đỏ',
    'Luồng đỏ',
    '3',
    'Luồng 3',
    '3 Đỏ',
    'Red',
    '3C',
    '3D',
    'Luồng 3C',
    'Luồng 3D',
    'Đỏ 3C',
    'Đỏ 3D',
    'Luồng đỏ 3C',
    'Luồng đỏ 3D',
  ],
};

export const stateWords: Words<DeclarationState> = {
  registered: [
    'Đăng ký',
    'Đã đăng ký',
    'Đã cấp số',
    'Đã cấp số tờ khai',
    'Tiếp nhận',
    'Đã tiếp nhận',
    'Phân luồng',
    'Đã phân luồng',
    'Registered',
  ],
  inspecting: [
    'Đang kiểm tra',
    'Kiểm tra',
    'Kiểm tra hồ sơ',
    'Đang kiểm tra hồ sơ',
    'Kiểm hóa',
    'Đang kiểm hóa',
    'Kiểm tra thực tế',
    'Đang kiểm tra thực tế',
    'Chờ thông quan',
    'Inspecting',
  ],
  released: ['Giải phóng hàng', 'Đã giải phóng hàng', 'Giải phóng', 'GPH', 'Released'],
  stored: [
    'Đưa về bảo quản',
    'Đưa hàng về bảo quản',
    'Đã đưa về bảo quản',
    'Mang hàng về bảo quản',
    'Về bảo quản',
    'Bảo quản',
    'Stored',
  ],
  cleared: ['Thông quan', 'Đã thông quan', 'TQ', 'Qua khu vực giám sát', 'Đã qua khu vực giám sát', 'Cleared'],
  cancelled: ['Hủy', 'Đã hủy', 'Hủy tờ khai', 'Huỷ', 'Đã huỷ', 'Huỷ tờ khai', 'Cancelled', 'Canceled'],
};

export const stepWords: Words<StepName> = {
  registered: ['Đăng ký', 'Đăng ký tờ khai', 'Tiếp nhận', 'Tiếp nhận tờ khai', 'Registered'],
  documentCheck: ['Kiểm tra hồ sơ', 'KTHS', 'Kiểm tra chi tiết hồ sơ', 'Document check', 'documentCheck'],
  physicalInspection: [
    'Kiểm tra thực tế',
    'Kiểm tra thực tế hàng hóa',
    'Kiểm tra thực tế hàng hoá',
    'Kiểm hóa',
    'Kiểm hoá',
    'KTTT',
    'Physical inspection',
    'physicalInspection',
  ],
  channelChange: ['Chuyển luồng', 'Thay đổi luồng', 'Channel change', 'channelChange'],
  released: ['Giải phóng hàng', 'Giải phóng', 'GPH', 'Released', 'Release'],
  stored: ['Đưa về bảo quản', 'Đưa hàng về bảo quản', 'Mang hàng về bảo quản', 'Bảo quản', 'Stored'],
  cleared: ['Thông quan', 'Quyết định thông quan', 'TQ', 'Cleared', 'Clearance'],
};

export const agreementStateWords: Words<AgreementState> = {
  inForce: [
    'Đang hiệu lực',
    'Hiệu lực',
    'Còn hiệu lực',
    'Có hiệu lực',
    'Đang thực hiện',
    'Đã ký',
    'In force',
    'inForce',
  ],
  suspended: ['Tạm dừng', 'Tạm ngừng', 'Tạm đình chỉ', 'Suspended'],
  ended: ['Chấm dứt', 'Đã chấm dứt', 'Thanh lý', 'Đã thanh lý', 'Hết hiệu lực', 'Hết hạn', 'Ended'],
};

export const templateWords: Words<TemplateVersion> = {
  '2018': ['2018', 'Mẫu 2018', '07/5/2018', '7/5/2018', '07/05/2018', '2018 05 07', 'Mẫu cũ'],
  '2020-02-17': [
    '17/2/2020',
    '17/02/2020',
    '17 2 2020',
    '17 02 2020',
    '2020 02 17',
    '2020',
    'Mẫu 2020',
    'Mẫu 17/2/2020',
    'Mẫu mới',
  ],
};

export const roleWords: Words<Role> = {
  officer: ['Công chức', 'Cán bộ', 'Chuyên viên', 'Officer'],
  teamLead: ['Tổ trưởng', 'Trưởng nhóm', 'Phó đội trưởng', 'Team lead', 'teamLead'],
  unitHead: ['Trưởng đơn vị', 'Đội trưởng', 'Trưởng phòng', 'Lãnh đạo đơn vị', 'Unit head', 'unitHead'],
  departmentLeader: ['Lãnh đạo chi cục', 'Lãnh đạo cục', 'Chi cục trưởng', 'Department leader', 'departmentLeader'],
  internalControl: ['Kiểm tra nội bộ', 'Kiểm soát nội bộ', 'Thanh tra', 'Internal control', 'internalControl'],
  administrator: ['Quản trị', 'Quản trị viên', 'Quản trị hệ thống', 'Administrator', 'Admin'],
};

const yesNoWords: Words<'yes' | 'no'> = {
  yes: ['Có', 'x', '1', 'Đúng', 'Yes', 'Y', 'True', 'C', '✓', '✔'],
  no: ['Không', '0', 'Sai', 'No', 'N', 'False', 'K'],
};

const readYesNoWord = wordReader(yesNoWords);

/** Reads yes or no as people tick it. An empty cell is left to the caller: it may mean either. */
export const readYesNo: CellReader<boolean> = (cell, context) => {
  const word = readYesNoWord(cell, context);
  return word.ok ? accepted(word.value === 'yes') : word;
};
