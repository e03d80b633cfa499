import { type StepName, stepLabels } from '../routing/step-in-question.ts';
import type { RatedSubject, RatingLevel, SubjectKind } from './rating.ts';
import type { ReasonCode } from './reasons.ts';

/** What officers read about a low rating, in Vietnamese. No officer is named: namesakes would be kept away too. */

export const levelWords: Readonly<Record<RatingLevel, string>> = {
  5: 'Rất hài lòng',
  4: 'Hài lòng',
  3: 'Bình thường',
  2: 'Không hài lòng',
  1: 'Rất không hài lòng',
};

const reasonWords: Readonly<Record<ReasonCode, string>> = {
  fast: 'nhanh',
  clear: 'hướng dẫn rõ',
  polite: 'lịch sự',
  helpful: 'nhiệt tình',
  slow: 'xử lý chậm',
  unclear: 'hướng dẫn không rõ',
  extraPapers: 'yêu cầu giấy tờ ngoài quy định',
  attitude: 'thái độ chưa đúng mực',
  mistake: 'sai sót nghiệp vụ',
  harassed: 'gây phiền hà',
  system: 'lỗi hệ thống',
};

/** A code that this version does not know is shown as it is. */
export function sayReasons(codes: readonly string[]): string[] {
  const words: Readonly<Partial<Record<string, string>>> = reasonWords;
  return codes.map((code) => words[code] ?? code);
}

/** What was rated. `unitName` is the unit's name where it is one. */
export function saySubject(kind: SubjectKind, key: string, unitName: string | null): string {
  switch (kind) {
    case 'declaration':
      return 'việc làm thủ tục tờ khai';
    case 'unit':
      return unitName ?? 'đơn vị';
    case 'team':
      return key;
    case 'step': {
      const labels: Readonly<Partial<Record<string, string>>> = stepLabels satisfies Record<StepName, string>;
      return `khâu ${labels[key] ?? key}`;
    }
    case 'officer':
      return 'công chức làm thủ tục';
  }
}

/** What was rated, for readers in other languages; who an officer is stays untold. */
export function ratedSubject(kind: SubjectKind, key: string, unitName: string | null): RatedSubject {
  if (kind === 'declaration' || kind === 'officer') return { kind, name: null };
  return { kind, name: kind === 'unit' ? unitName : key };
}

/** The rating in a sentence: the description of its verification. */
export function sayRating(rating: {
  level: RatingLevel;
  subject: string;
  number: string;
  reasons: readonly string[];
  comment: string | null;
}): string {
  const { level, subject, number, comment } = rating;
  const said = [sayReasons(rating.reasons).join(', '), comment?.trim() ?? ''].filter((part) => part !== '');
  const head = `Đánh giá ${level} sao (${levelWords[level]}) về ${subject}, tờ khai ${number}`;
  return said.length === 0 ? head : `${head}: ${said.join('. ')}`;
}
