/**
 * A promise of "02 ngày làm việc" is two of these: one standard day's worth of open time. Bộ luật Lao động 2019,
 * Điều 105 sets eight hours. It is never shown as hours: "24 giờ" would be read as one day and means three.
 */
export const workingDayMinutes = 480;

export const minuteMilliseconds = 60_000;
export const hourMilliseconds = 60 * minuteMilliseconds;
export const dayMilliseconds = 24 * hourMilliseconds;
export const workingDayMilliseconds = workingDayMinutes * minuteMilliseconds;
