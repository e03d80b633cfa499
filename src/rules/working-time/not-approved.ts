import { DeskError } from '../../errors.ts';

/** Counting would have to enter a year for which nobody has approved the calendar's dates. */
export class CalendarYearNotApproved extends DeskError {
  override readonly name = 'CalendarYearNotApproved';
  readonly year: number;
  constructor(year: number) {
    super(
      'calendarYearNotApproved',
      `Lịch làm việc năm ${year} chưa được duyệt nên chưa tính được thời hạn. Quản trị viên cần nạp và duyệt lịch nghỉ của năm ${year}.`,
    );
    this.year = year;
  }
}
