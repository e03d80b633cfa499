import { describe, expect, test } from 'vitest';
import { sayCountdown, sayDuration } from '../../../src/rules/working-time/say-duration.ts';
import { sayInstant, sayWhen } from '../../../src/rules/working-time/say-when.ts';
import { at, hour, minute } from './samples.ts';

const zone = 'Asia/Ho_Chi_Minh';
const now = at('2026-11-23T08:10');

describe('a due time is said', () => {
  test.each([
    ['for later today', '2026-11-23T15:30', 'trước 15:30 hôm nay', 'by 15:30 today'],
    ['for tomorrow morning', '2026-11-24T09:00', 'trước 09:00 sáng mai, thứ Ba 24/11', 'by 09:00 tomorrow, Tue 24 Nov'],
    ['for tomorrow noon', '2026-11-24T11:30', 'trước 11:30 trưa mai, thứ Ba 24/11', 'by 11:30 tomorrow, Tue 24 Nov'],
    [
      'for tomorrow afternoon',
      '2026-11-24T15:30',
      'trước 15:30 chiều mai, thứ Ba 24/11',
      'by 15:30 tomorrow, Tue 24 Nov',
    ],
    ['for tomorrow evening', '2026-11-24T19:05', 'trước 19:05 tối mai, thứ Ba 24/11', 'by 19:05 tomorrow, Tue 24 Nov'],
    ['for another day', '2026-11-30T15:30', 'trước 15:30 thứ Hai, 30/11', 'by 15:30 on Mon 30 Nov'],
    ['for a Sunday', '2026-11-29T08:00', 'trước 08:00 Chủ nhật, 29/11', 'by 08:00 on Sun 29 Nov'],
    [
      'with the year where it differs',
      '2027-01-04T09:20',
      'trước 09:20 thứ Hai, 04/01/2027',
      'by 09:20 on Mon 4 Jan 2027',
    ],
    ['without its seconds', '2026-11-23T15:30:59', 'trước 15:30 hôm nay', 'by 15:30 today'],
    ['as the end of the day at midnight', '2026-11-24T00:00', 'trước 24:00 hôm nay', 'by 24:00 today'],
    ['as the end of the year', '2027-01-01T00:00', 'trước 24:00 thứ Năm, 31/12', 'by 24:00 on Thu 31 Dec'],
  ])('%s', (_, due, vietnamese, english) => {
    expect(sayWhen(at(due), now, zone, 'vi')).toBe(vietnamese);
    expect(sayWhen(at(due), now, zone, 'en')).toBe(english);
  });

  test('by the wall of the office, though the server stands elsewhere', () => {
    const lateEvening = at('2026-11-23T23:30');

    expect(sayWhen(at('2026-11-24T00:30'), lateEvening, zone, 'vi')).toBe('trước 00:30 sáng mai, thứ Ba 24/11');
  });

  test('as past when it has gone by', () => {
    expect(sayInstant(at('2026-11-22T15:30'), now, zone, 'vi')).toBe('15:30 hôm qua, Chủ nhật 22/11');
    expect(sayInstant(at('2026-11-20T15:30'), now, zone, 'vi')).toBe('15:30 thứ Sáu, 20/11');
  });
});

describe('an amount of working time is said', () => {
  test.each([
    [30 * minute, '30 phút làm việc', '30 working minutes'],
    [hour, '1 giờ làm việc', '1 working hour'],
    [2 * hour, '2 giờ làm việc', '2 working hours'],
    [90 * minute, '1 giờ 30 phút làm việc', '1 working hour 30 minutes'],
    [8 * hour, '1 ngày làm việc', '1 working day'],
    [16 * hour, '2 ngày làm việc', '2 working days'],
    [20 * hour, '2 ngày 4 giờ làm việc', '2 working days 4 hours'],
    [24 * hour, '3 ngày làm việc', '3 working days'],
    [0, '0 phút làm việc', '0 working minutes'],
  ])('%d ms as %s', (milliseconds, vietnamese, english) => {
    expect(sayDuration(milliseconds, 'vi')).toBe(vietnamese);
    expect(sayDuration(milliseconds, 'en')).toBe(english);
  });
});

describe('what is left is said in its two largest units', () => {
  test.each([
    [2 * hour + 10 * minute, '2 giờ 10 phút', '2 hours 10 minutes'],
    [hour + minute - 1, '1 giờ', '1 hour'],
    [28 * hour + 5 * minute, '1 ngày 4 giờ', '1 day 4 hours'],
    [72 * hour + 5 * minute, '3 ngày', '3 days'],
    [minute - 1, 'dưới 1 phút', 'under 1 minute'],
    [0, 'quá hạn dưới 1 phút', 'overdue by under 1 minute'],
    [-15 * minute, 'quá hạn 15 phút', 'overdue by 15 minutes'],
    [-(26 * hour), 'quá hạn 1 ngày 2 giờ', 'overdue by 1 day 2 hours'],
  ])('%d ms as %s', (milliseconds, vietnamese, english) => {
    expect(sayCountdown(milliseconds, 'vi')).toBe(vietnamese);
    expect(sayCountdown(milliseconds, 'en')).toBe(english);
  });
});

describe('in Korean', () => {
  test.each([
    ['2026-11-23T15:30', '오늘 15:30까지'],
    ['2026-11-24T09:00', '내일 11월 24일(화) 09:00까지'],
    ['2026-11-30T15:30', '11월 30일(월) 15:30까지'],
    ['2027-01-04T09:20', '2027년 1월 4일(월) 09:20까지'],
  ])('%s is said as Koreans say it', (due, said) => {
    expect(sayWhen(at(due), now, zone, 'ko')).toBe(said);
  });

  test('amounts of working time and countdowns have Korean units', () => {
    expect(sayDuration(2 * hour, 'ko')).toBe('근무 기준 2시간');
    expect(sayCountdown(2 * hour + 10 * minute, 'ko')).toBe('2시간 10분');
    expect(sayCountdown(-15 * minute, 'ko')).toBe('15분 초과');
  });
});
