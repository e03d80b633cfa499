import { readDateTime } from '../cells/date.ts';
import type { StepActor } from './declaration-rows.ts';
import type { Column, ColumnsOf } from './form.ts';
import { readStepActor } from './step-actor.ts';

export interface StepFields {
  registeredBy: StepActor | null;
  documentCheckAt: Date | null;
  documentCheckBy: StepActor | null;
  physicalInspectionAt: Date | null;
  physicalInspectionBy: StepActor | null;
  channelChangeAt: Date | null;
  channelChangeBy: StepActor | null;
  releasedAt: Date | null;
  releasedBy: StepActor | null;
  storedAt: Date | null;
  storedBy: StepActor | null;
  clearedAt: Date | null;
  clearedBy: StepActor | null;
}

/** Two columns for each step of a declaration: its time, and the officer or team. */
export const stepColumns: ColumnsOf<StepFields> = {
  registeredBy: by(['tiếp nhận', 'đăng ký', 'tiếp nhận tờ khai']),
  documentCheckAt: at(['kiểm tra hồ sơ', 'KTHS'], '05/03/2026 09:00'),
  documentCheckBy: by(['kiểm tra hồ sơ', 'KTHS'], 'canbo@haiquan.vidu.vn'),
  physicalInspectionAt: at(['kiểm tra thực tế', 'kiểm hóa', 'kiểm hoá', 'kiểm tra thực tế hàng hóa', 'KTTT']),
  physicalInspectionBy: by(['kiểm tra thực tế', 'kiểm hóa', 'kiểm hoá', 'kiểm tra thực tế hàng hóa', 'KTTT']),
  channelChangeAt: at(['chuyển luồng', 'thay đổi luồng']),
  channelChangeBy: by(['chuyển luồng', 'thay đổi luồng']),
  releasedAt: at(['giải phóng hàng', 'giải phóng', 'GPH']),
  releasedBy: by(['giải phóng hàng', 'giải phóng', 'GPH']),
  storedAt: at(['đưa về bảo quản', 'đưa hàng về bảo quản', 'mang hàng về bảo quản', 'bảo quản']),
  storedBy: by(['đưa về bảo quản', 'đưa hàng về bảo quản', 'mang hàng về bảo quản', 'bảo quản']),
  clearedAt: at(['thông quan', 'quyết định thông quan', 'TQ'], '05/03/2026 10:40'),
  clearedBy: by(['thông quan', 'quyết định thông quan', 'TQ'], 'Đội Thông quan'),
};

function at(names: readonly [string, ...string[]], example = ''): Column<Date> {
  const prefixes = ['Ngày', 'Ngày giờ', 'Thời gian', 'Thời điểm', 'Giờ', ''];
  return {
    header: `Ngày giờ ${names[0]}`,
    synonyms: prefixes.flatMap((prefix) => names.map((name) => `${prefix} ${name}`)),
    isRequired: false,
    read: readDateTime,
    example,
    help: 'Ngày/tháng/năm giờ:phút. Bỏ trống nếu không có bước này.',
  };
}

function by(names: readonly [string, ...string[]], example = ''): Column<StepActor> {
  const prefixes = ['Công chức', 'CC', 'Cán bộ', 'Người', 'Đội', 'Email công chức', 'Công chức hoặc đội'];
  return {
    header: `Công chức ${names[0]}`,
    synonyms: prefixes.flatMap((prefix) => names.map((name) => `${prefix} ${name}`)),
    isRequired: false,
    read: readStepActor,
    example,
    help: 'Email của công chức, hoặc tên công chức hay đội.',
    recurs: true,
  };
}
