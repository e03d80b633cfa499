import { counted } from '../language/counted.ts';
import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  tab: 'Tra cứu',
  title: 'Doanh nghiệp tra cứu gì',
  hint: 'Trong 30 ngày qua. Câu chữ chỉ hiện khi người hỏi đồng ý lưu; còn lại là các từ khóa, không gắn với ai.',
  asked: 'lượt tra cứu',
  notFound: 'không tìm thấy',
  helpful: 'được khen hữu ích',
  unhelpful: 'bị chê chưa đúng',
  repeated: 'Hỏi lặp lại từ 3 lần (PL01 Điều 8 khoản 4)',
  noRepeated: 'Chưa có câu hỏi nào lặp lại mà chưa quyết định.',
  times: (count: number) => `${count} lần`,
  shownFirst: (address: string) => `Đang dẫn: ${address}`,
  nothingShown: 'Chưa có nội dung trả lời',
  alsoAsked: 'Cũng được hỏi là',
  accept: 'Đưa vào câu hỏi thường gặp',
  dismiss: 'Bỏ qua',
  question: 'Câu hỏi trong danh mục',
  unanswered: 'Chưa có câu trả lời tốt',
  noUnanswered: 'Không có lượt tra cứu nào thiếu câu trả lời.',
  keywords: 'từ khóa',
  wrong: (addresses: string) => `Bị chê chưa đúng, đã dẫn ${addresses}`,
  older: 'Xem cũ hơn',
  accepted: 'Câu hỏi thường gặp',
};

const english: typeof vietnamese = {
  tab: 'Look-ups',
  title: 'What enterprises look up',
  hint: 'Over the last 30 days. Words are shown only where the person agreed to keeping; otherwise key words, tied to nobody.',
  asked: 'look-ups',
  notFound: 'not found',
  helpful: 'found helpful',
  unhelpful: 'found wrong',
  repeated: 'Asked three times or more (PL01 Article 8 clause 4)',
  noRepeated: 'No repeated question waits for a decision.',
  times: (count) => counted(count, 'time'),
  shownFirst: (address) => `Quoted now: ${address}`,
  nothingShown: 'Nothing answers it yet',
  alsoAsked: 'Also asked as',
  accept: 'Add to the frequent questions',
  dismiss: 'Leave out',
  question: 'Question in the list',
  unanswered: 'Without a good answer',
  noUnanswered: 'Every look-up found an answer.',
  keywords: 'key words',
  wrong: (addresses) => `Called wrong; quoted ${addresses}`,
  older: 'Older',
  accepted: 'Frequent questions',
};

/** What the page of look-ups says, in the language of the console. */
export function useLookUpWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}

/** `2020-02-17` as 17/02/2020. */
export function dayOf(date: string): string {
  return date.split('-').toReversed().join('/');
}
