import { counted } from '../language/counted.ts';
import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  asked: (count: number) => `Bot đã hỏi ${count} câu`,
  said: (count: number) => `Bot đã nhắn ${count} tin`,
  newBelow: (count: number) => `${count} tin mới`,
  understood: 'Bot hiểu vụ việc này là',
  fields: { category: 'Lĩnh vực', office: 'Cơ quan hải quan', declaration: 'Số tờ khai' },
  field: 'Mục',
  value: 'Nội dung',
  check: 'Kiểm tra',
  empty: 'Chưa có',
  toCheck: 'Chờ kiểm tra',
  confirmed: (by: string, at: string) => `${by} xác nhận ${at}`,
  corrected: (by: string, at: string) => `${by} sửa ${at}`,
  confirmAll: 'Đúng cả',
  confirm: (field: string) => `Xác nhận ${field.toLowerCase()}`,
  correct: (field: string) => `Sửa ${field.toLowerCase()}`,
  declarationHint: '12 chữ số',
  save: 'Lưu',
  allChecked: 'đã kiểm tra',
  filesOf: 'Bằng chứng',
  files: (count: number) => `${count} tệp doanh nghiệp gửi`,
  belongsTo: (unit: string) => `Theo nội dung đã sửa, việc này thuộc ${unit}.`,
  passOn: 'Chuyển đơn vị…',
};

const english: typeof vietnamese = {
  asked: (count) => `The bot asked ${counted(count, 'question')}`,
  said: (count) => `The bot wrote ${counted(count, 'message')}`,
  newBelow: (count) => `${count} new`,
  understood: 'The bot understood',
  fields: { category: 'Category', office: 'Customs office', declaration: 'Declaration' },
  field: 'Entry',
  value: 'Content',
  check: 'Check',
  empty: 'None',
  toCheck: 'To be checked',
  confirmed: (by, at) => `${by} confirmed it ${at}`,
  corrected: (by, at) => `${by} corrected it ${at}`,
  confirmAll: 'All correct',
  confirm: (field) => `Confirm the ${field.toLowerCase()}`,
  correct: (field) => `Correct the ${field.toLowerCase()}`,
  declarationHint: '12 digits',
  save: 'Save',
  allChecked: 'checked',
  filesOf: 'Evidence',
  files: (count) => `${counted(count, 'file')} from the enterprise`,
  belongsTo: (unit) => `As corrected, this belongs to ${unit}.`,
  passOn: 'Transfer…',
};

export function useBotWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
