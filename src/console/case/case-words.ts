import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  resolveTitle: (reference: string) => `Báo đã giải quyết ${reference}`,
  result: 'Kết quả gửi doanh nghiệp',
  resultHint: 'Doanh nghiệp nhận kết quả này và được hỏi đã ổn chưa.',
  resultHintAnswered: 'Để trống nếu đã trả lời đủ ở trên: doanh nghiệp chỉ được hỏi đã ổn chưa.',
  resultNeeded: 'Anh/chị ghi kết quả, vì doanh nghiệp chưa nhận được trả lời nào',
};

const english: typeof vietnamese = {
  resolveTitle: (reference) => `Mark ${reference} as resolved`,
  result: 'The result, as the enterprise reads it',
  resultHint: 'The enterprise gets this result and is asked whether all is well.',
  resultHintAnswered: 'Leave empty if it was said above: the enterprise is only asked whether all is well.',
  resultNeeded: 'Please write the result: the enterprise has not had an answer yet',
};

export function useCaseWords(): typeof vietnamese {
  return useLanguage().language === 'en' ? english : vietnamese;
}
