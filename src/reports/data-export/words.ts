import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';

const vietnamese = {
  title: 'Dữ liệu Đồng Hành lưu về anh/chị',
  preparedAt: 'Lập lúc',
  person: 'Người dùng',
  name: 'Tên',
  phones: 'Số điện thoại do nền tảng xác nhận',
  chats: 'Cuộc trò chuyện',
  links: 'Doanh nghiệp đại diện',
  consents: 'Ý kiến về việc lưu thông tin',
  answers: { given: 'đồng ý', declined: 'không đồng ý', withdrawn: 'rút lại' },
  cases: 'Vụ việc',
  ratings: 'Đánh giá',
  messages: 'Tin nhắn',
  authors: { person: 'Anh/chị', bot: 'Trợ lý tự động', officer: 'Công chức' },
  earlier: 'trước khi sửa',
  none: 'không có',
  periods: 'Thời hạn lưu',
  days: (count: number) => `${count} ngày`,
  fileName: 'du-lieu-cua-toi',
};

export type ExportWords = typeof vietnamese;

const english: ExportWords = {
  title: 'What Đồng Hành keeps about you',
  preparedAt: 'Prepared at',
  person: 'You',
  name: 'Name',
  phones: 'Telephone numbers that a platform vouches for',
  chats: 'Chats',
  links: 'Enterprises you speak for',
  consents: 'Your answers about what is kept',
  answers: { given: 'agreed', declined: 'declined', withdrawn: 'withdrawn' },
  cases: 'Cases',
  ratings: 'Ratings',
  messages: 'Messages',
  authors: { person: 'You', bot: 'Assistant (a machine)', officer: 'Officer' },
  earlier: 'before it was edited',
  none: 'none',
  periods: 'How long it is kept',
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  fileName: 'my-data',
};

const korean: ExportWords = {
  title: 'Đồng Hành가 보관하는 귀하의 정보',
  preparedAt: '작성 시각',
  person: '사용자',
  name: '이름',
  phones: '플랫폼이 확인한 전화번호',
  chats: '대화',
  links: '대표하는 기업',
  consents: '정보 보관에 대한 의사',
  answers: { given: '동의', declined: '거부', withdrawn: '철회' },
  cases: '민원',
  ratings: '평가',
  messages: '메시지',
  authors: { person: '본인', bot: '자동 응답', officer: '세관 공무원' },
  earlier: '수정 전',
  none: '없음',
  periods: '보관 기간',
  days: (count) => `${count}일`,
  fileName: 'my-data',
};

const languages: Record<SpokenLanguage, ExportWords> = { vi: vietnamese, en: english, ko: korean };

/** What stands around the data in the readable copy. */
export function exportWordsIn(language: SpokenLanguage): ExportWords {
  return languages[language];
}
