import { counted } from '../language/counted.ts';
import { useLanguage } from '../language/language.tsx';

const vietnamese = {
  title: 'Đánh giá chất lượng phục vụ',
  pages: 'Trang về đánh giá',
  figures: 'Số liệu',
  own: 'Của tôi',
  flags: 'Dấu hiệu bất thường',
  publicTable: 'Bảng công bố tháng',

  period: 'Kỳ',
  presets: { month: 'Tháng này', lastMonth: 'Tháng trước', quarter: 'Quý này', year: 'Năm nay', twelve: '12 tháng' },
  from: 'Từ ngày',
  to: 'Đến hết ngày',
  step: 'Khâu',
  everyStep: 'Mọi khâu',
  steps: {
    registered: 'Đăng ký tờ khai',
    documentCheck: 'Kiểm tra hồ sơ',
    physicalInspection: 'Kiểm tra thực tế',
    channelChange: 'Chuyển luồng',
    released: 'Giải phóng hàng',
    stored: 'Đưa về bảo quản',
    cleared: 'Thông quan',
  },
  path: 'Đơn vị đang xem',
  comparedWith: (from: string, to: string) => `so với ${from} – ${to}`,
  publishedHint:
    'Anh/chị đang xem số liệu đã công bố: các tháng đã chốt, mỗi nhóm từ 05 đánh giá, công bố ngày 02 tháng sau và không thay đổi.',
  publishedMonths: (count: number) => `Gồm ${count} tháng đã công bố trong kỳ.`,
  nothingPublished: 'Trong kỳ chưa có tháng nào được công bố cho đơn vị này.',

  ratings: 'Tờ khai được đánh giá',
  ratingsOfParts: 'Đánh giá riêng cho khâu',
  responseRate: 'Tỷ lệ đánh giá',
  ofDeclarations: (count: string) => `trên ${count} tờ khai`,
  satisfied: 'Hài lòng trở lên',
  satisfiedHint: 'mức 4 và 5',
  mean: 'Điểm trung bình',
  low: 'Mức 1 và 2',
  inTime: 'Phản hồi đúng hạn',
  inTimeHint: (inTime: string, due: string) => `${inTime} trong ${due} vụ đến hạn`,
  points: 'điểm',

  distribution: 'Phân bố theo mức',
  levels: ['Rất không hài lòng', 'Không hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng'],
  overTime: 'Diễn biến',
  overTimeHint: 'Chọn một cột để xem riêng khoảng thời gian đó.',
  chartSays: (count: number, share: string) => `${count} khoảng thời gian, hài lòng trở lên ${share} trong cả kỳ`,
  openPeriod: 'Xem riêng',
  asTable: 'Xem dạng bảng',
  part: 'Thời gian',

  breakdown: 'So sánh',
  by: { unit: 'Đơn vị', step: 'Khâu', team: 'Đội', officer: 'Công chức', association: 'Hiệp hội' },
  count: 'Đánh giá',
  shown: 'Tỷ lệ 4–5',
  shrunk: 'Sau hiệu chỉnh mẫu nhỏ',
  shrunkHint: (share: string, weight: string) =>
    `Hiệu chỉnh = (số đánh giá mức 4–5 + k × p) ÷ (số đánh giá + k), với p = ${share} là tỷ lệ chung của bảng và k = ${weight} ước lượng từ mức chênh lệch giữa các dòng. Xếp theo giá trị này để mẫu nhỏ không đứng đầu hay cuối bảng do ngẫu nhiên.`,
  fewRatings: 'ít mẫu',
  // What the server calls in Vietnamese already.
  itself: (_unit: string, said: string) => said,
  together: (_units: readonly string[], said: string) => said,
  officersHint: 'Theo các quý đã công bố nằm trọn trong kỳ, chỉ công chức có từ 05 đánh giá đích danh.',
  noRows: 'Chưa có số liệu trong kỳ này.',

  loop: 'Sau một đánh giá thấp',
  loopStages: {
    low: 'Đánh giá thấp',
    verified: 'Mở xác minh',
    contacted: 'Đã liên hệ',
    decided: 'Có kết luận',
    told: 'Đã phản hồi',
    acted: 'Có khắc phục',
    checked: 'Đã kiểm tra lại',
  },
  median: (days: string) => `trung vị ${days} ngày làm việc`,

  ownTitle: 'Đánh giá về công việc của tôi',
  ownHint: (smallest: number) =>
    `Số liệu gộp các đánh giá nêu đích danh anh/chị, theo quý và chỉ khi có từ ${smallest} đánh giá. Không ai được biết người đánh giá, nên quý có ít đánh giá không hiển thị.`,
  ownNothing: 'Chưa có quý nào đủ đánh giá để hiển thị.',
  ownTotal: 'Tất cả các quý đã công bố',
  departmentThen: 'Toàn Chi cục trong cùng thời gian',
  quarter: 'Quý',
  publishedUntil: (month: string) => `Đã công bố đến hết tháng ${month}.`,

  flagsHint:
    'Hệ thống chỉ nêu những gì khác thường so với chính số liệu trước đó. Dấu hiệu không buộc tội ai và không làm thay đổi số liệu; kiểm tra nội bộ kết luận.',
  noFlags: 'Không có dấu hiệu bất thường nào.',
  flagKinds: {
    burst: 'Dồn dập mức 5 trong một ngày',
    selfDealing: 'Mức 5 tập trung ở ít doanh nghiệp',
    implausibleSpeed: 'Mức 5 nhanh bất thường',
    flood: 'Dồn dập mức 1 từ ít doanh nghiệp',
  },
  flagReasons: {
    burst: (b: Readonly<Record<string, number>>) =>
      `${b.fives} đánh giá mức 5 từ ${b.enterprises} doanh nghiệp trong vòng một ngày; thường ngày ${b.usual}.`,
    selfDealing: (b: Readonly<Record<string, number>>) =>
      `${b.fives} trong ${b.of} đánh giá mức 5 đến từ ${b.enterprises} doanh nghiệp; theo cách họ đánh giá người khác thì chỉ khoảng ${b.expected}.`,
    implausibleSpeed: (b: Readonly<Record<string, number>>) =>
      `${b.fives} lần chấm mức 5, thường chỉ ${b.seconds} giây sau khi tờ khai được giải quyết.`,
    flood: (b: Readonly<Record<string, number>>) =>
      `${b.ones} đánh giá mức 1 từ ${b.enterprises} doanh nghiệp trong ba ngày; các doanh nghiệp khác cho ${b.onesOfOthers}.`,
  },
  flagStates: { open: 'Chờ kết luận', confirmed: 'Xác nhận có dàn xếp', dismissed: 'Không có vấn đề' },
  flagRatings: (count: number) => `${count} đánh giá liên quan`,
  confirm: 'Xác nhận',
  dismiss: 'Không có vấn đề',
  note: 'Căn cứ kết luận',
  noteNeeded: 'Anh/chị ghi căn cứ',
  decidedBy: (name: string, moment: string) => `${name}, ${moment}`,
  level: 'Mức',
  declaration: 'Tờ khai',
  enterprise: 'Doanh nghiệp',
  at: 'Lúc',
};

export type RatingWords = typeof vietnamese;

const english: RatingWords = {
  title: 'Ratings of service',
  pages: 'Pages about ratings',
  figures: 'Figures',
  own: 'Mine',
  flags: 'Flags',
  publicTable: 'Public monthly table',

  period: 'Period',
  presets: {
    month: 'This month',
    lastMonth: 'Last month',
    quarter: 'This quarter',
    year: 'This year',
    twelve: '12 months',
  },
  from: 'From',
  to: 'To the end of',
  step: 'Step',
  everyStep: 'All steps',
  steps: {
    registered: 'Registration',
    documentCheck: 'Document check',
    physicalInspection: 'Physical inspection',
    channelChange: 'Channel change',
    released: 'Release',
    stored: 'Into storage',
    cleared: 'Clearance',
  },
  path: 'Unit shown',
  comparedWith: (from, to) => `against ${from} – ${to}`,
  publishedHint:
    'You are reading published figures: closed months, groups of at least five ratings, out on the second of the next month and unchanged since.',
  publishedMonths: (count) => `${counted(count, 'published month')} in the period.`,
  nothingPublished: 'Nothing came out for this unit in the period yet.',

  ratings: 'Declarations rated',
  ratingsOfParts: 'Ratings of the step',
  responseRate: 'Response rate',
  ofDeclarations: (count) => `of ${count} declarations`,
  satisfied: 'Satisfied or better',
  satisfiedHint: 'levels 4 and 5',
  mean: 'Mean',
  low: 'Levels 1 and 2',
  inTime: 'Answered in time',
  inTimeHint: (inTime, due) => `${inTime} of ${due} that fell due`,
  points: 'points',

  distribution: 'By level',
  levels: ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
  overTime: 'Over time',
  overTimeHint: 'Choose a column to look at that time alone.',
  chartSays: (count, share) => `${count} parts, ${share} satisfied or better in the whole period`,
  openPeriod: 'Look at it',
  asTable: 'As a table',
  part: 'Time',

  breakdown: 'Compare',
  by: { unit: 'Units', step: 'Steps', team: 'Teams', officer: 'Officers', association: 'Associations' },
  count: 'Ratings',
  shown: 'Share 4–5',
  shrunk: 'Shrunk',
  shrunkHint: (share, weight) =>
    `Shrunk = (ratings at 4–5 + k × p) ÷ (ratings + k), where p = ${share} is the share of all rows and k = ${weight} is estimated from how far the rows differ. Rows are ranked by it so that small samples stand neither first nor last by chance.`,
  fewRatings: 'few',
  itself: (unit) => `${unit} (itself)`,
  together: (units) =>
    units.length > 3
      ? `${units.length} units with few ratings, together`
      : `Units with few ratings, together: ${units.join(', ')}`,
  officersHint: 'By published quarters inside the period; only officers with at least five ratings by name.',
  noRows: 'No figures in this period yet.',

  loop: 'After a low rating',
  loopStages: {
    low: 'Low ratings',
    verified: 'Verification opened',
    contacted: 'Contacted',
    decided: 'Decided',
    told: 'Told',
    acted: 'Action ordered',
    checked: 'Effect checked',
  },
  median: (days) => `median ${days} working days`,

  ownTitle: 'Ratings of my work',
  ownHint: (smallest) =>
    `Ratings that name you, by quarter and only where there are at least ${smallest}. Nobody may learn who rated, so quarters with few ratings are not shown.`,
  ownNothing: 'No quarter has enough ratings to be shown yet.',
  ownTotal: 'All published quarters',
  departmentThen: 'The department in the same time',
  quarter: 'Quarter',
  publishedUntil: (month) => `Published to the end of ${month}.`,

  flagsHint:
    'The system only points at what is unusual against the record before. A flag accuses nobody and changes no figure; internal control decides.',
  noFlags: 'There are no flags.',
  flagKinds: {
    burst: 'A burst of fives in a day',
    selfDealing: 'Fives from few enterprises',
    implausibleSpeed: 'Fives implausibly fast',
    flood: 'A flood of ones from few enterprises',
  },
  flagReasons: {
    burst: (b) => `${b.fives} fives from ${b.enterprises} enterprises within a day; usual is ${b.usual}.`,
    selfDealing: (b) =>
      `${b.fives} of ${b.of} fives come from ${b.enterprises} enterprises; by how they rate others about ${b.expected} would.`,
    implausibleSpeed: (b) => `${b.fives} fives, typically ${b.seconds} seconds after the declaration was concluded.`,
    flood: (b) => `${b.ones} ones from ${b.enterprises} enterprises in three days; others gave ${b.onesOfOthers}.`,
  },
  flagStates: { open: 'Open', confirmed: 'Confirmed', dismissed: 'Dismissed' },
  flagRatings: (count) => counted(count, 'rating'),
  confirm: 'Confirm',
  dismiss: 'Dismiss',
  note: 'Grounds',
  noteNeeded: 'Please give the grounds',
  decidedBy: (name, moment) => `${name}, ${moment}`,
  level: 'Level',
  declaration: 'Declaration',
  enterprise: 'Enterprise',
  at: 'At',
};

/** What the pages about ratings say, in the language of the console. */
export function useRatingWords(): RatingWords {
  return useLanguage().language === 'en' ? english : vietnamese;
}
