import type { Description } from './document.ts';

const notices = {
  vi: 'Văn bản minh họa do nhóm dự án biên soạn, chưa được ký và không có giá trị pháp lý.',
  en: 'A demonstration text written for this project. It was never signed and binds nobody.',
  ko: '이 문서는 시연용으로 작성된 예시이며, 서명되지 않았고 법적 효력이 없습니다.',
} as const;

/** What stands wherever a demonstration text is shown; null for a signed one. */
export function illustrationNotice(status: Description['status'], language: keyof typeof notices): string | null {
  return status === 'illustration' ? notices[language] : null;
}
