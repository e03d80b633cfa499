import type { Calendar, Confidence, DatedDay, Hours } from '../calendar.ts';

// Forty hours a week is law; where the two halves of the day begin is our assumption until each unit states its own.
const officeDay: readonly Hours[] = [
  { from: '07:30', until: '11:30' },
  { from: '13:00', until: '17:00' },
];

/**
 * The department's working calendar. Public holidays follow Bộ luật Lao động 2019, Điều 111 and 112, and the yearly
 * announcements for the state sector; swap days are loaded as announced, never derived.
 */
export const haiPhong20252027: Calendar = {
  version: '2026.1',
  zone: 'Asia/Ho_Chi_Minh',
  weekly: {
    monday: officeDay,
    tuesday: officeDay,
    wednesday: officeDay,
    thursday: officeDay,
    friday: officeDay,
    saturday: [],
    sunday: [],
  },
  years: [
    {
      year: 2025,
      standing: 'approved',
      note: 'Ngày làm bù thứ Bảy 26/04/2025 (thay cho thứ Sáu 02/05) chưa xác minh được bằng văn bản.',
    },
    {
      year: 2026,
      standing: 'approved',
      note: 'Việc hoán đổi ngày làm việc thứ Hai 23/11/2026 được lấy ý kiến ngày 18/09/2026; kết quả chưa xác minh nên vẫn tính là ngày làm việc.',
    },
    {
      year: 2027,
      standing: 'provisional',
      note: 'Lịch nghỉ năm 2027 chưa được công bố; các ngày là tính theo luật. Cần bổ sung một ngày nghỉ Tết (04/02 hoặc 11/02), ngày liền kề Quốc khánh (01/09 hoặc 03/09) và các ngày hoán đổi khi có thông báo.',
    },
  ],
  datedDays: [
    ...holiday('Tết Dương lịch', '2+', '2025-01-01'),
    ...holiday('Tết Nguyên đán', '1', '2025-01-25', '2025-02-02'),
    ...holiday('Giỗ Tổ Hùng Vương', '2+', '2025-04-07'),
    {
      date: '2025-04-26',
      kind: 'makeupDay',
      name: 'làm bù cho thứ Sáu 02/05/2025',
      confidence: 'unverified',
      likeWeekday: 'friday',
    },
    ...holiday('Ngày Chiến thắng 30/4 và Quốc tế Lao động 1/5', '2+', '2025-04-30', '2025-05-01'),
    ...holiday('Nghỉ hoán đổi dịp 30/4 và 1/5', 'unverified', '2025-05-02', '2025-05-04'),
    ...holiday('Quốc khánh 2/9', '1', '2025-08-30', '2025-09-02'),

    ...holiday('Tết Dương lịch', '2+', '2026-01-01', '2026-01-04'),
    {
      date: '2026-01-10',
      kind: 'makeupDay',
      name: 'làm bù cho thứ Sáu 02/01/2026',
      confidence: '2+',
      likeWeekday: 'friday',
    },
    ...holiday('Tết Nguyên đán', '2+', '2026-02-14', '2026-02-22'),
    ...holiday('Giỗ Tổ Hùng Vương', '2+', '2026-04-25', '2026-04-27'),
    ...holiday('Ngày Chiến thắng 30/4 và Quốc tế Lao động 1/5', '2+', '2026-04-30', '2026-05-03'),
    {
      date: '2026-08-22',
      kind: 'makeupDay',
      name: 'làm bù cho thứ Hai 31/08/2026',
      confidence: '2+',
      likeWeekday: 'monday',
    },
    ...holiday('Quốc khánh 2/9', '2+', '2026-08-29', '2026-09-02'),
    ...holiday('Ngày Văn hóa Việt Nam', '2+', '2026-11-24'),

    ...holiday('Tết Dương lịch', 'unverified', '2027-01-01'),
    // Mùng 1 is Saturday 6/2. These days are off whether the plan takes one day before it or two.
    ...holiday('Tết Nguyên đán', 'unverified', '2027-02-05', '2027-02-10'),
    ...holiday('Giỗ Tổ Hùng Vương', 'unverified', '2027-04-16'),
    // 1/5 is a Saturday, so Monday 3/5 is off in its place (Điều 111 khoản 3).
    ...holiday('Ngày Chiến thắng 30/4 và Quốc tế Lao động 1/5', 'unverified', '2027-04-30', '2027-05-03'),
    ...holiday('Quốc khánh 2/9', 'unverified', '2027-09-02'),
    ...holiday('Ngày Văn hóa Việt Nam', 'unverified', '2027-11-24'),
  ],
};

/** Every date from the first to the last, both included, as announcements write them. */
function holiday(name: string, confidence: Confidence, first: string, last = first): DatedDay[] {
  const days: DatedDay[] = [];
  const end = Temporal.PlainDate.from(last);
  for (
    let date = Temporal.PlainDate.from(first);
    Temporal.PlainDate.compare(date, end) <= 0;
    date = date.add({ days: 1 })
  ) {
    days.push({ date: date.toString(), kind: 'holiday', name, confidence });
  }
  return days;
}
