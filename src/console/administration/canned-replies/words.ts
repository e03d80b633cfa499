import { counted } from '../../language/counted.ts';
import { useLanguage } from '../../language/language.tsx';

const vietnamese = {
  title: 'Mẫu trả lời',
  lead: 'Câu trả lời viết sẵn mà công chức chèn bằng phím “/” khi soạn. Mẫu của một đơn vị dùng được ở đơn vị đó và các đơn vị bên dưới.',
  create: 'Thêm mẫu',
  find: 'Tìm theo mã, tiêu đề, nội dung',
  unit: 'Của đơn vị',
  everybodys: 'Toàn chi cục',
  anyUnit: 'Mọi đơn vị',
  count: (count: number) => `${count} mẫu`,
  none: 'Chưa có mẫu nào.',
  noneFound: 'Không có mẫu nào phù hợp.',
  code: 'Mã',
  codeHint: 'Chữ thường không dấu, chữ số và dấu gạch nối. Công chức gõ “/” rồi mã này.',
  name: 'Tiêu đề',
  body: 'Nội dung',
  insert: 'Chèn:',
  variables: { enterprise: 'tên doanh nghiệp', reference: 'số vụ việc', officer: 'tên công chức' },
  unknown: (names: string) => `Không phải biến của hệ thống, sẽ gửi nguyên văn: ${names}`,
  preview: 'Doanh nghiệp sẽ đọc',
  sample: { enterprise: 'Công ty TNHH Sao Biển', reference: 'VM-2026-000123' },
  changed: (when: string) => `sửa lần cuối ${when}`,
  edit: 'Sửa',
  withdraw: 'Thu hồi',
  sure: 'Thu hồi mẫu này? Nội dung đã gửi vẫn giữ nguyên, mã được dùng lại.',
  keep: 'Giữ lại',
  choose: 'Chọn một mẫu để xem như doanh nghiệp đọc. Phím ↑ ↓ chuyển giữa các mẫu.',
  notYours: 'Mẫu này do cấp trên của đơn vị giữ; anh/chị dùng được nhưng không sửa được.',
};

type Words = typeof vietnamese;

const english: Words = {
  title: 'Canned replies',
  lead: 'Answers written beforehand that officers insert with “/” while writing. Those of a unit are offered there and below.',
  create: 'Add a reply',
  find: 'Find by code, title, words',
  unit: 'Of the unit',
  everybodys: 'Everybody',
  anyUnit: 'Every unit',
  count: (count) => counted(count, 'reply', 'replies'),
  none: 'There is none yet.',
  noneFound: 'None matches.',
  code: 'Code',
  codeHint: 'Plain small letters, digits and hyphens. Officers type “/” and this code.',
  name: 'Title',
  body: 'Words',
  insert: 'Insert:',
  variables: { enterprise: "the enterprise's name", reference: 'the reference', officer: "the officer's name" },
  unknown: (names) => `No variables of ours, sent as they are: ${names}`,
  preview: 'The enterprise will read',
  sample: { enterprise: 'Sao Biển Co., Ltd.', reference: 'VM-2026-000123' },
  changed: (when) => `last changed ${when}`,
  edit: 'Change',
  withdraw: 'Withdraw',
  sure: 'Withdraw this reply? What was sent stays as it is, and the code is free again.',
  keep: 'Keep it',
  choose: 'Choose a reply to see it as an enterprise would. ↑ and ↓ move between them.',
  notYours: 'It is kept above your unit: you can use it, not change it.',
};

/** What the page of canned replies says, in the language of the console. */
export function useCannedWords(): Words {
  return useLanguage().language === 'en' ? english : vietnamese;
}
