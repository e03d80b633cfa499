import type { CategoryCode } from '../rules/identity/categories.ts';
import type { UnitCode } from './units.ts';

interface DemonstrationResponsibility {
  category: CategoryCode | null;
  /** Null: the unit of the office on the declaration. */
  unit: UnitCode | null;
  note: string;
}

const documents = 'Kiểm tra hồ sơ tập trung: Đội Thông quan phụ trách cho cả khu vực';
const onTheSpot = 'Giám sát, kiểm tra thực tế: đơn vị quản lý tờ khai phụ trách';

/** Who answers for what, the narrowest first: the place in this list is the precedence. */
export const responsibilities: readonly DemonstrationResponsibility[] = [
  { category: 'origin_co', unit: 'R3-TQ', note: documents },
  { category: 'hs_classification', unit: 'R3-TQ', note: documents },
  { category: 'customs_valuation', unit: 'R3-TQ', note: documents },
  { category: 'declaration_amend_cancel', unit: 'R3-TQ', note: documents },
  { category: 'registration_refusal', unit: 'R3-TQ', note: documents },
  { category: 'specialised_inspection', unit: 'R3-TQ', note: documents },
  { category: 'processing_delay', unit: 'R3-TQ', note: documents },
  { category: 'channel_inspection', unit: null, note: onTheSpot },
  { category: 'supervision_vasscm', unit: null, note: onTheSpot },
  { category: 'transport_bonded', unit: null, note: onTheSpot },
  { category: 'overtime', unit: null, note: onTheSpot },
  { category: 'temporary_import', unit: null, note: onTheSpot },
  {
    category: 'processing_export',
    unit: null,
    note: 'Gia công, sản xuất xuất khẩu, chế xuất: đơn vị quản lý doanh nghiệp phụ trách',
  },
  {
    category: 'post_clearance_audit',
    unit: 'R3-KTSTQ',
    note: 'Kiểm tra sau thông quan: Đội Phúc tập và KTSTQ phụ trách',
  },
  { category: 'tax_refund', unit: 'R3-TXNK', note: 'Hoàn, miễn, bù trừ thuế: Phòng Thuế xuất nhập khẩu phụ trách' },
  { category: 'penalty', unit: null, note: 'Xử phạt: đơn vị phát hiện vi phạm phụ trách' },
  {
    category: 'system_error',
    unit: 'R3-VP',
    note: 'Lỗi hệ thống, chữ ký số: bộ phận công nghệ thông tin của Văn phòng phụ trách',
  },
  { category: null, unit: null, note: 'Việc khác: đơn vị quản lý tờ khai phụ trách' },
  // Reached when no office is known: the rule above then has no unit to name.
  { category: null, unit: 'R3-GSQL', note: 'Chưa rõ đơn vị: Phòng Giám sát quản lý là đầu mối' },
];
