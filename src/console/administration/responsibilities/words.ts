import type { CategoryCode } from '../../../rules/identity/categories.ts';
import { categoriesInEnglish } from '../../language/categories.en.ts';
import { useLanguage } from '../../language/language.tsx';
import type { Trial } from '../data.ts';

const vietnamese = {
  title: 'Phân công trách nhiệm',
  lead: 'Các dòng được xét từ trên xuống, theo số thứ tự; dòng đầu tiên khớp quyết định đơn vị nhận việc.',
  precedence: 'Thứ tự',
  kind: 'Loại',
  category: 'Lĩnh vực',
  urgent: 'Hàng dừng tại cảng',
  office: 'Mã hải quan',
  unit: 'Đơn vị nhận việc',
  note: 'Căn cứ, ghi chú',
  any: 'bất kỳ',
  yes: 'có',
  no: 'không',
  byDeclaration: 'theo mã hải quan trên tờ khai',
  create: 'Thêm dòng',
  change: 'Sửa',
  changeOf: (precedence: number) => `Sửa dòng ${precedence}`,
  end: 'Kết thúc',
  endFrom: 'Không áp dụng từ ngày',
  endOf: (precedence: number) => `Kết thúc dòng ${precedence}`,
  trial: 'Ai sẽ nhận việc này?',
  trialLead: 'Thử với trực ban, vắng mặt và tải việc ngay lúc này. Không vụ việc nào được mở.',
  declaration: 'Số tờ khai (nếu có)',
  ask: 'Thử',
  goesTo: (unit: string, officer: string | null) => (officer === null ? `${unit}, hàng chờ` : `${officer}, ${unit}`),
  kinds: {
    issue: 'Vướng mắc',
    report: 'Phản ánh về công chức',
    verification: 'Xác minh đánh giá thấp',
    question: 'Câu hỏi',
  } satisfies Record<NonNullable<Trial['kind']>, string>,
  categories: {
    origin_co: 'Xuất xứ, C/O',
    hs_classification: 'Phân loại, mã HS',
    customs_valuation: 'Trị giá hải quan',
    channel_inspection: 'Phân luồng, kiểm hóa',
    supervision_vasscm: 'Giám sát, VASSCM, cổng cảng',
    system_error: 'Lỗi hệ thống, chữ ký số',
    specialised_inspection: 'Kiểm tra chuyên ngành',
    temporary_import: 'Tạm nhập, tái xuất',
    processing_export: 'Gia công, SXXK, chế xuất',
    tax_refund: 'Thuế: hoàn, miễn, bù trừ',
    declaration_amend_cancel: 'Sửa, hủy tờ khai',
    penalty: 'Xử phạt vi phạm',
    overtime: 'Làm thủ tục ngoài giờ',
    post_clearance_audit: 'Kiểm tra sau thông quan',
    registration_refusal: 'Từ chối tờ khai, hồ sơ',
    transport_bonded: 'Vận chuyển, kho ngoại quan',
    processing_delay: 'Chậm xử lý hồ sơ',
    other_issue: 'Vướng mắc khác',
  } satisfies Record<CategoryCode, string>,
};

type Words = typeof vietnamese;

const english: Words = {
  title: 'Who is responsible',
  lead: 'Lines are tried from the top, by their number; the first that matches decides which unit gets the work.',
  precedence: 'Order',
  kind: 'Kind',
  category: 'Subject',
  urgent: 'Goods held at port',
  office: 'Customs office',
  unit: 'Goes to',
  note: 'Ground, note',
  any: 'any',
  yes: 'yes',
  no: 'no',
  byDeclaration: 'by the office on the declaration',
  create: 'Add a line',
  change: 'Change',
  changeOf: (precedence) => `Change line ${precedence}`,
  end: 'End',
  endFrom: 'No longer applies from',
  endOf: (precedence) => `End line ${precedence}`,
  trial: 'Who would get this?',
  trialLead: 'Tried with the duty, absences and load of this moment. No case is opened.',
  declaration: 'Declaration number (if any)',
  ask: 'Try',
  goesTo: (unit, officer) => (officer === null ? `${unit}, the queue` : `${officer}, ${unit}`),
  kinds: {
    issue: 'Issue',
    report: 'Report about an officer',
    verification: 'Verification of a low rating',
    question: 'Question',
  },
  categories: categoriesInEnglish,
};

export type ResponsibilityWords = Words;

/** What the page of responsibilities says, in the language of the console. */
export function useResponsibilityWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
