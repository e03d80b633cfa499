import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/rules/working-time/compile.ts';
import { haiPhong20252027 } from '../../../src/rules/working-time/data/hai-phong-2025-2027.ts';
import { explainInWords } from '../../../src/rules/working-time/explain-in-words.ts';
import { overrideFor, roundTheClock } from '../../../src/rules/working-time/override-for.ts';
import type { Opening } from '../../../src/rules/working-time/working-time.ts';
import { aCalendar, aDay, at, everyDay, haiPhong, hour, wall } from './samples.ts';

function shown({ from, until }: Opening): string {
  return `${wall(from)} → ${wall(until)}`;
}

describe('why a deadline is when it is', () => {
  test('every stretch between start and end is counted, or skipped for a reason', () => {
    const explanation = haiPhong.explain(at('2026-11-20T11:00'), 10 * hour);

    expect(wall(explanation.endAt)).toBe('2026-11-23T14:30');
    expect(explanation.counted.map(shown)).toEqual([
      '2026-11-20T11:00 → 2026-11-20T11:30',
      '2026-11-20T13:00 → 2026-11-20T17:00',
      '2026-11-23T07:30 → 2026-11-23T11:30',
      '2026-11-23T13:00 → 2026-11-23T14:30',
    ]);
    expect(explanation.skipped.map((stretch) => `${shown(stretch)} ${stretch.because}`)).toEqual([
      '2026-11-20T11:30 → 2026-11-20T13:00 lunch',
      '2026-11-20T17:00 → 2026-11-21T00:00 outsideHours',
      '2026-11-21T00:00 → 2026-11-23T00:00 weekend',
      '2026-11-23T00:00 → 2026-11-23T07:30 outsideHours',
      '2026-11-23T11:30 → 2026-11-23T13:00 lunch',
    ]);
  });

  test('a holiday is named, once for all its days', () => {
    const { skipped } = haiPhong.explain(at('2026-02-13T17:00'), hour);

    expect(skipped).toContainEqual({
      from: at('2026-02-14T00:00'),
      until: at('2026-02-23T00:00'),
      because: 'holiday',
      name: 'Tết Nguyên đán',
      confidence: '2+',
    });
  });

  test('a make-up day that was worked is told', () => {
    const { makeupDays } = haiPhong.explain(at('2026-01-09T16:00'), 2 * hour);

    expect(makeupDays.map(({ date }) => date)).toEqual(['2026-01-10']);
  });

  test('a make-up day after the deadline is not', () => {
    const { makeupDays } = haiPhong.explain(at('2026-01-09T15:00'), 2 * hour);

    expect(makeupDays).toEqual([]);
  });

  test('a closure is named', () => {
    const storm = aDay({ date: '2026-03-11', kind: 'closure', name: 'Bão số 3' });
    const { skipped } = compile(aCalendar({ datedDays: [storm] })).explain(at('2026-03-10T17:00'), hour);

    expect(skipped).toContainEqual(expect.objectContaining({ because: 'closure', name: 'Bão số 3' }));
  });

  test('the pause between a gate’s two shifts is not lunch', () => {
    const weekly = everyDay({ from: '02:00', until: '08:00' }, { from: '18:00', until: '22:00' });
    const { skipped } = compile(aCalendar({ weekly })).explain(at('2026-03-10T07:00'), 2 * hour);

    expect(skipped.map(({ because }) => because)).toEqual(['outsideHours']);
  });

  test('a count that comes upon a lunch in progress still calls it lunch', () => {
    const { skipped } = haiPhong.explain(at('2026-11-20T12:15'), hour);

    expect(skipped.map(shown)).toEqual(['2026-11-20T12:15 → 2026-11-20T13:00']);
    expect(skipped[0]?.because).toBe('lunch');
  });

  test('a stretch between two instants is explained without looking beyond the data', () => {
    const { counted, workingMilliseconds } = haiPhong.explain(at('2027-12-31T16:00'), at('2027-12-31T23:00'));

    expect(workingMilliseconds).toBe(hour);
    expect(counted.map(shown)).toEqual(['2027-12-31T16:00 → 2027-12-31T17:00']);
  });

  test('a deadline in a year still to be announced says so', () => {
    expect(haiPhong.explain(at('2026-12-31T16:00'), 2 * hour).provisionalYears).toEqual([2027]);
    expect(haiPhong.explain(at('2026-12-31T16:00'), hour).provisionalYears).toEqual([]);
  });

  test('an end before the start is refused', () => {
    expect(() => haiPhong.explain(at('2026-11-20T11:00'), at('2026-11-20T10:00'))).toThrow(RangeError);
  });
});

describe('an explanation in words', () => {
  test('reads a line a day and a line for the weekend', () => {
    expect(explainInWords(haiPhong.explain(at('2026-11-20T16:50'), 2 * hour))).toEqual([
      'Bắt đầu tính từ 16:50 thứ Sáu, 20/11/2026, theo lịch làm việc phiên bản 2026.1.',
      'Thứ Sáu, 20/11: tính 16:50–17:00 (10 phút); không tính 17:00–24:00 (ngoài giờ làm việc).',
      'Từ 00:00 thứ Bảy, 21/11/2026 đến 24:00 Chủ nhật, 22/11/2026: không tính (nghỉ hằng tuần).',
      'Thứ Hai, 23/11: tính 07:30–09:20 (1 giờ 50 phút); không tính 00:00–07:30 (ngoài giờ làm việc).',
      'Tổng cộng được tính 2 giờ làm việc, đến 09:20 thứ Hai, 23/11/2026.',
    ]);
  });

  test('names the holiday, and counts in working days of eight hours', () => {
    expect(explainInWords(haiPhong.explain(at('2026-11-23T13:00'), 8 * hour))).toEqual([
      'Bắt đầu tính từ 13:00 thứ Hai, 23/11/2026, theo lịch làm việc phiên bản 2026.1.',
      'Thứ Hai, 23/11: tính 13:00–17:00 (4 giờ); không tính 17:00–24:00 (ngoài giờ làm việc).',
      'Thứ Ba, 24/11: không tính cả ngày (nghỉ lễ: Ngày Văn hóa Việt Nam).',
      'Thứ Tư, 25/11: tính 07:30–11:30 (4 giờ); không tính 00:00–07:30 (ngoài giờ làm việc).',
      'Tổng cộng được tính 1 ngày làm việc (1 ngày làm việc là 8 giờ), đến 11:30 thứ Tư, 25/11/2026.',
    ]);
  });

  test('says that a Saturday was worked, and in whose place', () => {
    expect(explainInWords(haiPhong.explain(at('2026-01-09T16:00'), 2 * hour))).toEqual([
      'Bắt đầu tính từ 16:00 thứ Sáu, 09/01/2026, theo lịch làm việc phiên bản 2026.1.',
      'Thứ Sáu, 09/01: tính 16:00–17:00 (1 giờ); không tính 17:00–07:30 hôm sau (ngoài giờ làm việc).',
      'Thứ Bảy, 10/01: tính 07:30–08:30 (1 giờ).',
      'Thứ Bảy, 10/01/2026 được tính vì là ngày làm việc bù (làm bù cho thứ Sáu 02/01/2026).',
      'Tổng cộng được tính 2 giờ làm việc, đến 08:30 thứ Bảy, 10/01/2026.',
    ]);
  });

  test('admits what nobody has announced yet', () => {
    const sentences = explainInWords(haiPhong.explain(at('2027-02-04T16:00'), 2 * hour)).join('\n');

    expect(sentences).toContain('nghỉ lễ: Tết Nguyên đán, chưa xác minh');
    expect(sentences).toContain('Lịch nghỉ năm 2027 là tạm tính và có thể thay đổi khi có thông báo chính thức.');
  });

  test('tells a gate that never closes in one line', () => {
    const gate = compile(overrideFor(haiPhong20252027, roundTheClock('gate')));

    expect(explainInWords(gate.explain(at('2026-11-20T16:50'), 10 * hour))).toEqual([
      'Bắt đầu tính từ 16:50 thứ Sáu, 20/11/2026, theo lịch làm việc phiên bản 2026.1+gate.',
      'Từ 16:50 thứ Sáu, 20/11/2026 đến 02:50 thứ Bảy, 21/11/2026: tính 10 giờ.',
      'Tổng cộng được tính 1 ngày 2 giờ làm việc (1 ngày làm việc là 8 giờ), đến 02:50 thứ Bảy, 21/11/2026.',
    ]);
  });
});
