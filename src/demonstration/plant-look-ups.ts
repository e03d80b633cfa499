import type { Act } from '../desk/act.ts';
import { judgeLookUp } from '../desk/look-ups/judge-look-up.ts';
import { lookUpIn } from '../desk/look-ups/look-up-in.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import { dayMilliseconds } from '../rules/working-time/working-day.ts';

// What enterprises asked of the appendices, so many days ago; some of it the appendices do not say.
const asked: readonly (readonly [daysAgo: number, text: string, helpful?: boolean])[] = [
  [12, 'Đăng ký làm thủ tục ngày thứ bảy trước mấy giờ?', true],
  [9, 'Đăng ký làm thủ tục thứ bảy thì trước mấy giờ ạ?', true],
  [8, 'Luồng vàng kiểm tra hồ sơ trong bao lâu?', true],
  [6, 'Phí hạ tầng cảng biển nộp ở đâu?'],
  [5, 'Muốn đăng ký làm thủ tục ngày thứ bảy, trước mấy giờ?'],
  [4, 'Doanh nghiệp được trả lời vướng mắc trong bao lâu?', true],
  [3, 'Ngân hàng phối hợp thu mở cửa mấy giờ?', false],
  [1, 'Chuyển luồng tờ khai thì có được báo lý do không?', true],
];

/** Looks up what enterprises asked in the last days, each in another chat. The texts must have been installed before. */
export async function plantLookUps(current: Act, chats: readonly number[]): Promise<void> {
  for (const [place, [daysAgo, text, helpful]] of asked.entries()) {
    const conversationId = chats[place % chats.length];
    if (conversationId === undefined) return;
    const then = { ...current, at: new Date(current.at.getTime() - daysAgo * dayMilliseconds) };
    const day = localDate(current.at, current.zone);
    const { lookupId } = await lookUpIn(then, { text, day, conversationId, mayKeepWords: true });
    if (helpful !== undefined) await judgeLookUp(then, { lookupId, conversationId, isLatest: true, helpful });
  }
}
