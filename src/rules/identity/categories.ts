type Label = { vi: string; en: string };

// Labels fit a chat button: at most 30 characters.
const labels = {
  origin_co: { vi: 'Xuất xứ, C/O', en: 'Origin, C/O' },
  hs_classification: { vi: 'Phân loại, mã HS', en: 'HS classification' },
  customs_valuation: { vi: 'Trị giá hải quan', en: 'Customs value' },
  channel_inspection: { vi: 'Phân luồng, kiểm hóa', en: 'Channel and inspection' },
  supervision_vasscm: { vi: 'Giám sát, VASSCM, cổng cảng', en: 'Port supervision, VASSCM' },
  system_error: { vi: 'Lỗi hệ thống, chữ ký số', en: 'System error, e-signature' },
  specialised_inspection: { vi: 'Kiểm tra chuyên ngành', en: 'Specialised inspection' },
  temporary_import: { vi: 'Tạm nhập, tái xuất', en: 'Temporary import, re-export' },
  processing_export: { vi: 'Gia công, SXXK, chế xuất', en: 'Processing, export production' },
  tax_refund: { vi: 'Thuế: hoàn, miễn, bù trừ', en: 'Tax refund or exemption' },
  declaration_amend_cancel: { vi: 'Sửa, hủy tờ khai', en: 'Amend or cancel declaration' },
  penalty: { vi: 'Xử phạt vi phạm', en: 'Penalties' },
  overtime: { vi: 'Làm thủ tục ngoài giờ', en: 'After-hours procedure' },
  post_clearance_audit: { vi: 'Kiểm tra sau thông quan', en: 'Post-clearance audit' },
  registration_refusal: { vi: 'Từ chối tờ khai, hồ sơ', en: 'Declaration refused' },
  transport_bonded: { vi: 'Vận chuyển, kho ngoại quan', en: 'Transit, bonded warehouse' },
  processing_delay: { vi: 'Chậm xử lý hồ sơ', en: 'Delay in processing' },
  other_issue: { vi: 'Vướng mắc khác', en: 'Something else' },
} as const satisfies Record<string, Label>;

export type CategoryCode = keyof typeof labels;

export const categoryLabels: Readonly<Record<CategoryCode, Label>> = labels;

// Object.keys forgets the literal type; the object above is the only source of these codes.
export const categoryCodes = Object.keys(labels) as readonly CategoryCode[];

/** Whether a stored or typed word is one of the eighteen category codes. */
export function isCategoryCode(text: string): text is CategoryCode {
  return Object.hasOwn(labels, text);
}
