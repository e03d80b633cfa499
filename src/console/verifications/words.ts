import type { RatedSubject } from '../../rules/rating/rating.ts';
import type { ActionStage } from '../../rules/rating/verification-actions.ts';
import type { Stage } from '../../rules/rating/verification-funnel.ts';
import type { VerificationOutcome } from '../../store/schema/ratings.ts';
import { byCode } from '../language/by-code.ts';
import { counted } from '../language/counted.ts';
import { useLanguage } from '../language/language.tsx';
import { reasonsInEnglish, stepsInEnglish } from './rated.en.ts';

const stages: Record<Stage, string> = {
  opened: 'Mở xác minh',
  contacted: 'Đã liên hệ',
  decided: 'Đã kết luận',
  told: 'Đã báo DN',
  action: 'Có biện pháp',
  checked: 'Đã kiểm tra',
};
const outcomes: Record<VerificationOutcome, string> = {
  substantiated: 'Có cơ sở',
  unsubstantiated: 'Chưa thấy cơ sở',
  unclear: 'Chưa đủ căn cứ',
};
const actionStages: Record<ActionStage, string> = {
  open: 'Đang thực hiện',
  overdue: 'Quá hạn',
  awaitingCheck: 'Chờ kiểm tra hiệu quả',
  checkOverdue: 'Quá hạn kiểm tra',
  checked: 'Đã kiểm tra',
};

const vietnamese = {
  rail: 'Đánh giá thấp',
  actionsRail: 'Khắc phục',
  actionsToDo: (count: number) => `${count} biện pháp khắc phục phải làm`,
  title: 'Xác minh đánh giá thấp',
  hint: 'Đánh giá 1–2 sao, hoặc 3 sao có lý do, được người độc lập xác minh (PL08 Điều 6). Người bị đánh giá không thấy trang này.',
  list: 'Danh sách xác minh',
  boxes: { open: 'Đang xác minh', overdue: 'Quá hạn', decided: 'Đã kết luận', all: 'Tất cả' },
  funnel: 'Từ đánh giá thấp đến biện pháp',
  ratings: 'Đánh giá thấp',
  ratingsHint: 'nhiều đánh giá của một tờ khai là một vụ việc',
  stages,
  median: (days: number) => `trung vị ${days.toLocaleString('vi-VN')} ngày làm việc`,
  noMedian: 'chưa có',
  onlyReached: (stage: string) => `Đã đến bước: ${stage}`,
  showAll: 'Bỏ lọc',
  period: 'Thời gian đánh giá',
  periods: { all: 'Tất cả', '30': '30 ngày qua', '90': '90 ngày qua', '365': '12 tháng qua' },
  none: 'Không có vụ việc xác minh nào ở đây.',
  stars: (level: number) => `${level} sao`,
  due: (moment: string) => `hạn ${moment}`,
  overdue: (moment: string) => `quá hạn từ ${moment}`,
  nobody: 'chưa giao',
  appeal: 'Xem xét lại',
  appealed: 'DN đề nghị xem xét lại',
  actionsOf: (left: number, all: number) =>
    left === 0 ? `${all} biện pháp, đã kiểm tra` : `${left}/${all} biện pháp chưa xong`,
  more: 'Xem thêm',
  open: 'Hồ sơ xác minh',
  openCase: 'Mở trao đổi với doanh nghiệp',
  toList: 'Danh sách xác minh',

  rated: 'Doanh nghiệp đánh giá',
  noContact: 'không tiếp xúc công chức',
  during: 'khi đang làm thủ tục',
  earlier: (levels: string) => `trước đó: ${levels}`,
  noComment: 'không ghi ý kiến',
  // What the server calls in Vietnamese already.
  rates: (_rated: RatedSubject, said: string) => said,
  reason: (_code: string, said: string) => said,
  stepOf: (_code: string, said: string) => said,
  evidence: 'Các bước của tờ khai và thời hạn luật định',
  evidenceHint:
    'Luật Hải quan, Điều 23: kiểm tra hồ sơ 2 giờ làm việc, kiểm tra thực tế 8 giờ làm việc, tính sớm nhất từ bước trước đó trong nhật ký.',
  step: 'Bước',
  time: 'Thời điểm',
  officer: 'Công chức',
  used: 'Đã dùng',
  limit: 'Thời hạn',
  against: 'So với thời hạn',
  within: 'trong hạn',
  over: (time: string) => `chậm ${time}`,
  noLimit: '–',
  system: 'hệ thống',
  channels: { green: 'luồng xanh', yellow: 'luồng vàng', red: 'luồng đỏ' },
  noSteps: 'Nhật ký của tờ khai chưa có bước nào.',

  outcome: 'Kết luận',
  outcomes,
  outcomeNeeded: 'Anh/chị chọn kết luận',
  finding: 'Nội dung xác minh (nội bộ)',
  findingHint: 'Chỉ kiểm tra nội bộ và người xác minh đọc.',
  told: 'Nội dung báo doanh nghiệp',
  toldHint: 'Không nêu tên công chức bị đánh giá. Gửi đi là không sửa được.',
  needed: 'Anh/chị ghi nội dung',
  decide: 'Kết luận và báo doanh nghiệp',
  notDecided: 'Đang xác minh. Người được giao ghi kết luận tại đây.',
  decidedBy: (name: string, moment: string) => `${name} kết luận lúc ${moment}`,
  toldAt: (moment: string) => `doanh nghiệp nhận lúc ${moment}`,
  notToldYet: 'chưa đến doanh nghiệp',
  secondLook: (reference: string | null) =>
    reference === null ? 'Đây là lần xem xét lại.' : `Đây là lần xem xét lại của ${reference}.`,

  actions: 'Biện pháp khắc phục',
  noActions: 'Chưa giao biện pháp nào.',
  order: 'Giao biện pháp',
  what: 'Việc cần làm',
  whatHint: 'Người được giao chỉ thấy phần này và hạn; không nhắc đến doanh nghiệp hay tờ khai.',
  owner: 'Người thực hiện',
  ownerNeeded: 'Anh/chị chọn người thực hiện',
  dueOn: 'Hạn thực hiện',
  dueNeeded: 'Anh/chị chọn ngày',
  checkAfter: 'Kiểm tra hiệu quả sau',
  days: (days: number) => `${days} ngày`,
  actionStages,
  until: (day: string) => `hạn ${day}`,
  done: (moment: string, note: string) => `Xong ${moment}: ${note}`,
  checkOn: (day: string) => `kiểm tra hiệu quả ngày ${day}`,
  check: 'Kiểm tra hiệu quả',
  effective: 'Có hiệu quả',
  notEffective: 'Chưa hiệu quả',
  checkedBy: (name: string) => `${name} kiểm tra`,
  checkNote: 'Căn cứ',
  next: 'Việc tiếp theo',
  nextAction: 'Giao biện pháp khác',
  nextRaise: 'Báo cáo lãnh đạo Chi cục',
  save: 'Ghi',

  mine: 'Việc khắc phục của tôi',
  mineHint: 'Việc được giao để lỗi không lặp lại. Xong việc, anh/chị báo tại đây.',
  noMine: 'Anh/chị không có việc khắc phục nào phải làm.',
  below: 'Quá hạn trong đơn vị',
  noBelow: 'Không có biện pháp nào quá hạn.',
  finish: 'Báo đã làm xong',
  finishNote: 'Đã làm gì',
};

export type VerificationWords = typeof vietnamese;

const english: VerificationWords = {
  rail: 'Low ratings',
  actionsRail: 'To put right',
  actionsToDo: (count) => `${counted(count, 'corrective action')} to do`,
  title: 'Verification of low ratings',
  hint: 'Ratings of 1–2 stars, or 3 with a reason, are verified by somebody independent (PL08 Article 6). Nobody who was rated sees this page.',
  list: 'Verifications',
  boxes: { open: 'Under way', overdue: 'Overdue', decided: 'Decided', all: 'All' },
  funnel: 'From a low rating to an action',
  ratings: 'Low ratings',
  ratingsHint: 'several of one declaration are one matter',
  stages: {
    opened: 'Opened',
    contacted: 'Contacted',
    decided: 'Decided',
    told: 'Enterprise told',
    action: 'Action ordered',
    checked: 'Effect checked',
  },
  median: (days) => `median ${days.toLocaleString('en-GB')} working days`,
  noMedian: 'none yet',
  onlyReached: (stage) => `Came to: ${stage}`,
  showAll: 'Show all',
  period: 'Rated',
  periods: {
    all: 'At any time',
    '30': 'in the last 30 days',
    '90': 'in the last 90 days',
    '365': 'in the last 12 months',
  },
  none: 'No verification is here.',
  stars: (level) => `${level} ${level === 1 ? 'star' : 'stars'}`,
  due: (moment) => `due ${moment}`,
  overdue: (moment) => `overdue since ${moment}`,
  nobody: 'nobody yet',
  appeal: 'Second look',
  appealed: 'second look asked for',
  actionsOf: (left, all) => (left === 0 ? `${all} actions, checked` : `${left} of ${all} actions left`),
  more: 'More',
  open: 'Verification',
  openCase: 'Open the conversation with the enterprise',
  toList: 'Verifications',

  rated: 'What the enterprise rated',
  noContact: 'no contact with an officer',
  during: 'while the procedure ran',
  earlier: (levels) => `before: ${levels}`,
  noComment: 'no words',
  rates: (rated, said) => ratedInEnglish(rated, said),
  reason: (code, said) => byCode(reasonsInEnglish, code, said),
  stepOf: (code, said) => byCode(stepsInEnglish, code, said),
  evidence: 'The steps of the declaration and the limits of law',
  evidenceHint:
    'Customs Law, Article 23: documents 2 working hours, goods 8 working hours, counted at the earliest from the step before in the log.',
  step: 'Step',
  time: 'Time',
  officer: 'Officer',
  used: 'Taken',
  limit: 'Limit',
  against: 'Against the limit',
  within: 'in time',
  over: (time) => `${time} late`,
  noLimit: '–',
  system: 'the system',
  channels: { green: 'green channel', yellow: 'yellow channel', red: 'red channel' },
  noSteps: 'The log of the declaration has no step yet.',

  outcome: 'Finding',
  outcomes: { substantiated: 'Substantiated', unsubstantiated: 'Not substantiated', unclear: 'Unclear' },
  outcomeNeeded: 'Please choose a finding',
  finding: 'What was found (internal)',
  findingHint: 'Only internal control and the verifier read it.',
  told: 'What the enterprise is told',
  toldHint: 'Name nobody who was rated. Once sent it cannot be changed.',
  needed: 'Please write it down',
  decide: 'Decide and tell the enterprise',
  notDecided: 'Under way. Whoever has the case decides here.',
  decidedBy: (name, moment) => `decided by ${name}, ${moment}`,
  toldAt: (moment) => `the enterprise has it since ${moment}`,
  notToldYet: 'not with the enterprise yet',
  secondLook: (reference) =>
    reference === null ? 'This is the second look.' : `This is the second look at ${reference}.`,

  actions: 'Corrective actions',
  noActions: 'None was ordered.',
  order: 'Order an action',
  what: 'What is to be done',
  whatHint: 'The owner sees this and the day only; name neither the enterprise nor the declaration.',
  owner: 'Owner',
  ownerNeeded: 'Please choose an owner',
  dueOn: 'Due on',
  dueNeeded: 'Please choose a day',
  checkAfter: 'Look at the effect after',
  days: (days) => `${days} days`,
  actionStages: {
    open: 'Under way',
    overdue: 'Overdue',
    awaitingCheck: 'Effect to be checked',
    checkOverdue: 'Check overdue',
    checked: 'Checked',
  },
  until: (day) => `due ${day}`,
  done: (moment, note) => `Done ${moment}: ${note}`,
  checkOn: (day) => `effect checked on ${day}`,
  check: 'Check the effect',
  effective: 'It helped',
  notEffective: 'It did not help',
  checkedBy: (name) => `checked by ${name}`,
  checkNote: 'Grounds',
  next: 'What follows',
  nextAction: 'Another action',
  nextRaise: 'Tell the leader of the department',
  save: 'Save',

  mine: 'My corrective actions',
  mineHint: 'What you were asked to do so that a fault does not come back. Say here when it is done.',
  noMine: 'You have none to do.',
  below: 'Overdue in my unit',
  noBelow: 'No action is overdue.',
  finish: 'Say that it is done',
  finishNote: 'What was done',
};

function ratedInEnglish({ kind, name }: RatedSubject, said: string): string {
  switch (kind) {
    case 'declaration':
      return 'the handling of the declaration';
    case 'unit':
    case 'team':
      return name ?? `the ${kind}`;
    case 'step':
      return name === null ? said : `step: ${byCode(stepsInEnglish, name, name)}`;
    case 'officer':
      return name === null ? 'the officer who handled it' : `officer ${name}`;
  }
}

/** What the pages about low ratings say, in the language of the console. */
export function useVerificationWords(): VerificationWords {
  return useLanguage().language === 'en' ? english : vietnamese;
}
