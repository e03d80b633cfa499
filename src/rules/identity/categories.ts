type Label = { vi: string; en: string; ko: string };

// Labels fit a chat button: at most 30 characters.
const labels = {
  origin_co: { vi: 'Xuất xứ, C/O', en: 'Origin, C/O', ko: '원산지, C/O' },
  hs_classification: { vi: 'Phân loại, mã HS', en: 'HS classification', ko: '품목분류(HS)' },
  customs_valuation: { vi: 'Trị giá hải quan', en: 'Customs value', ko: '과세가격' },
  channel_inspection: { vi: 'Phân luồng, kiểm hóa', en: 'Channel and inspection', ko: '심사 구분·검사' },
  supervision_vasscm: {
    vi: 'Giám sát, VASSCM, cổng cảng',
    en: 'Port supervision, VASSCM',
    ko: '감시, VASSCM, 항만 출구',
  },
  system_error: { vi: 'Lỗi hệ thống, chữ ký số', en: 'System error, e-signature', ko: '시스템 오류, 전자서명' },
  specialised_inspection: { vi: 'Kiểm tra chuyên ngành', en: 'Specialised inspection', ko: '전문 검사(검역 등)' },
  temporary_import: { vi: 'Tạm nhập, tái xuất', en: 'Temporary import, re-export', ko: '일시수입·재수출' },
  processing_export: { vi: 'Gia công, SXXK, chế xuất', en: 'Processing, export production', ko: '임가공·수출생산' },
  tax_refund: { vi: 'Thuế: hoàn, miễn, bù trừ', en: 'Tax refund or exemption', ko: '세금 환급·면제·상계' },
  declaration_amend_cancel: { vi: 'Sửa, hủy tờ khai', en: 'Amend or cancel declaration', ko: '신고서 수정·취소' },
  penalty: { vi: 'Xử phạt vi phạm', en: 'Penalties', ko: '위반 제재' },
  overtime: { vi: 'Làm thủ tục ngoài giờ', en: 'After-hours procedure', ko: '시간 외 통관' },
  post_clearance_audit: { vi: 'Kiểm tra sau thông quan', en: 'Post-clearance audit', ko: '통관 후 심사' },
  registration_refusal: { vi: 'Từ chối tờ khai, hồ sơ', en: 'Declaration refused', ko: '신고·서류 거부' },
  transport_bonded: { vi: 'Vận chuyển, kho ngoại quan', en: 'Transit, bonded warehouse', ko: '보세운송·보세창고' },
  processing_delay: { vi: 'Chậm xử lý hồ sơ', en: 'Delay in processing', ko: '처리 지연' },
  other_issue: { vi: 'Vướng mắc khác', en: 'Something else', ko: '기타' },
} as const satisfies Record<string, Label>;

export type CategoryCode = keyof typeof labels;

export const categoryLabels: Readonly<Record<CategoryCode, Label>> = labels;

// Object.keys forgets the literal type; the object above is the only source of these codes.
export const categoryCodes = Object.keys(labels) as readonly CategoryCode[];

/** Whether a stored or typed word is one of the eighteen category codes. */
export function isCategoryCode(text: string): text is CategoryCode {
  return Object.hasOwn(labels, text);
}
