import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  ask: 'Gợi ý trả lời',
  askHint: 'Mô hình ngôn ngữ soạn một câu trả lời để anh/chị xem và sửa; không tự gửi',
  thinking: 'Đang soạn gợi ý',
  title: 'Gợi ý trả lời (máy soạn, anh/chị kiểm tra trước khi gửi)',
  sources: 'Căn cứ',
  noSources: 'Không dẫn phụ lục nào.',
  use: 'Dùng',
  drop: 'Bỏ',
  none: 'Trợ lý chưa có gợi ý cho vụ việc này. Anh/chị trả lời như thường lệ.',
  translate: { vi: '', en: 'Dịch sang tiếng Anh', ko: 'Dịch sang tiếng Hàn' },
  translating: 'Đang dịch',
  translated: { vi: '', en: 'Bản tiếng Anh gửi kèm bên dưới', ko: 'Bản tiếng Hàn gửi kèm bên dưới' },
  stale: 'Nội dung đã đổi: bản dịch này sẽ không được gửi. Anh/chị dịch lại nếu cần.',
  noTranslation: 'Chưa dịch được lúc này; câu trả lời vẫn gửi được bằng tiếng Việt.',
  machine: { vi: 'bản dịch máy', en: 'dịch máy từ tiếng Anh', ko: 'dịch máy từ tiếng Hàn' },
  original: 'Xem nguyên văn',
  showTranslation: 'Xem bản dịch',
};

const english: typeof vietnamese = {
  ask: 'Suggest a reply',
  askHint: 'The language model drafts an answer for you to read and correct; nothing is sent by itself',
  thinking: 'Drafting',
  title: 'Suggested reply (by machine; check it before sending)',
  sources: 'Sources',
  noSources: 'It quotes no appendix.',
  use: 'Use',
  drop: 'Drop',
  none: 'The assistant has no suggestion for this case. Answer as usual.',
  translate: { vi: '', en: 'Translate to English', ko: 'Translate to Korean' },
  translating: 'Translating',
  translated: { vi: '', en: 'English, sent below', ko: 'Korean, sent below' },
  stale: 'The text has changed: this translation will not be sent. Translate again if needed.',
  noTranslation: 'No translation right now; the answer can be sent in Vietnamese.',
  machine: { vi: 'machine translation', en: 'machine translation from English', ko: 'machine translation from Korean' },
  original: 'Show the original',
  showTranslation: 'Show the translation',
};

export function useAssistantWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
