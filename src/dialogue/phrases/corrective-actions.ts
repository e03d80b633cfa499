import type { ActionNotice } from '../../desk/ratings/verification/notices.ts';
import { dayOfDate } from './say-day.ts';

/** What officers read in their chats about what follows a low rating. They read Vietnamese. */
export function actionText(notice: ActionNotice): string {
  switch (notice.kind) {
    case 'ordered':
      return [
        '*Biện pháp khắc phục được giao cho anh/chị*',
        notice.what,
        `Hạn: *hết ngày ${dayOfDate(notice.dueOn)}*. Xong việc, anh/chị báo tại mục *Việc khắc phục* trên bảng điều khiển.`,
      ].join('\n');
    case 'dueSoon':
      return [`*Sắp đến hạn biện pháp khắc phục* (hết ngày ${dayOfDate(notice.dueOn)})`, notice.what].join('\n');
    case 'overdue':
      return [
        `*Quá hạn biện pháp khắc phục* (hạn ${dayOfDate(notice.dueOn)})`,
        notice.what,
        'Anh/chị thực hiện và báo ngay; chậm thêm 3 ngày, lãnh đạo của anh/chị sẽ được báo.',
      ].join('\n');
    case 'overdueAbove':
      return [
        `*Biện pháp khắc phục quá hạn* – ${notice.ownerName}, hạn ${dayOfDate(notice.dueOn)}`,
        notice.what,
        'Anh/chị đôn đốc giúp.',
      ].join('\n');
    case 'checkDue':
      return [
        `*Đến hạn kiểm tra hiệu quả* (${dayOfDate(notice.checkDueOn)}) – ${notice.reference}`,
        notice.what,
        'Anh/chị ghi biện pháp có hiệu quả hay không.',
      ].join('\n');
    case 'lowRatingInUnit':
      return [
        `*${notice.unitName} vừa nhận một đánh giá thấp*`,
        'Việc xác minh do người độc lập thực hiện; người đánh giá và tờ khai không được nêu (PL08 Điều 8). Anh/chị chưa cần làm gì và không tìm hiểu ai đã đánh giá.',
      ].join('\n');
  }
}
