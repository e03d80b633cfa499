import type { WeeklyDigest } from '../../desk/digests/weekly-facts.ts';
import { dayOfDate } from './say-day.ts';

/** What managers read in their chats when the week opens. They read Vietnamese. */
export function weeklyDigestText({ from, to, kept, before, missedByClock, worstUnit, now }: WeeklyDigest): string {
  const { acknowledge, firstResponse, resolution } = missedByClock;
  const share = shareOf(kept);
  const earlier = shareOf(before);
  const compared = earlier === null ? '' : ` (tuần trước ${earlier})`;
  return [
    `*Tổng kết tuần ${dayOfDate(from)} – ${dayOfDate(to)}*`,
    share === null
      ? 'Trong tuần không có thời hạn nào phải giữ.'
      : `Đúng hạn *${share}*${compared}: ${kept.met} thời hạn được giữ, ${kept.missed} bị trễ.`,
    ...(kept.missed === 0
      ? []
      : [`Trễ: tiếp nhận ${acknowledge}, phản hồi ${firstResponse}, giải quyết ${resolution}.`]),
    ...(worstUnit === null ? [] : [`Trễ nhiều nhất: ${worstUnit.name} (${worstUnit.missed}).`]),
    `Lúc này: ${now.open} vụ việc đang mở, ${now.overdue} quá hạn, ${now.unassigned} chưa giao, ${now.raised} đã chuyển cấp.`,
    'Chi tiết: mục *Điều hành* trên bàn làm việc.',
  ].join('\n');
}

function shareOf({ met, missed }: { met: number; missed: number }): string | null {
  if (met + missed === 0) return null;
  return `${((met / (met + missed)) * 100).toFixed(1).replace('.', ',')} %`;
}
