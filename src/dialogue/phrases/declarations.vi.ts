import type { Declaration, DeclarationState, RiskChannel } from '../../rules/declarations/declaration.ts';
import type { StatutoryClock } from '../../rules/declarations/statutory-clock.ts';
import { stepLabels } from '../../rules/routing/step-in-question.ts';
import { sayDuration } from '../../rules/working-time/say-duration.ts';
import { sayInstant } from '../../rules/working-time/say-when.ts';

export interface DeclarationView {
  declaration: Declaration;
  /** Said where the person speaks for several. */
  enterpriseName: string | null;
  officeName: string | null;
  clock: StatutoryClock | null;
  now: Date;
  zone: string;
}

const states: Record<DeclarationState, string> = {
  registered: 'đã đăng ký',
  inspecting: 'đang kiểm tra',
  released: 'đã giải phóng hàng',
  stored: 'đã đưa hàng về bảo quản',
  cleared: 'đã thông quan',
  cancelled: 'đã hủy',
};

const channels: Record<RiskChannel, string> = { green: 'xanh', yellow: 'vàng', red: 'đỏ' };

const limits: Record<StatutoryClock['of'], string> = {
  documentCheck:
    '*Thời hạn đang tính*: kiểm tra hồ sơ, chậm nhất 2 giờ làm việc kể từ khi tiếp nhận đủ hồ sơ (Luật Hải quan 54/2014/QH13, Điều 23 khoản 2 điểm a).',
  physicalInspection:
    '*Thời hạn đang tính*: kiểm tra thực tế hàng hóa, chậm nhất 8 giờ làm việc kể từ khi xuất trình đủ hàng hóa; lô hàng lớn hoặc phức tạp được gia hạn tối đa 2 ngày (Luật Hải quan 54/2014/QH13, Điều 23 khoản 2 điểm b).',
};

/** What the bot says about declarations. `declarations.en.ts` says the same. */
export const declarationsVi = {
  view: ({ declaration, enterpriseName, officeName, clock, now, zone }: DeclarationView) => {
    const { number, officeCode, typeCode, channel, state, stateAt, steps } = declaration;
    const say = (at: Date) => sayInstant(at, now, zone, 'vi');
    return [
      `*Tờ khai ${number}*`,
      ...(enterpriseName === null ? [] : [`• Doanh nghiệp: ${enterpriseName}`]),
      ...(officeCode === null ? [] : [`• Nơi đăng ký: ${officeName ?? 'mã hải quan'} (${officeCode})`]),
      ...(typeCode === null ? [] : [`• Loại hình: ${typeCode}`]),
      `• Luồng: ${channel === null ? 'chưa rõ' : channels[channel]}`,
      `• Trạng thái: ${states[state]}, từ ${say(stateAt)}`,
      ...(steps.length === 0 ? [] : ['', '*Các bước đã ghi nhận*']),
      ...steps.map(({ step, at, team }) => {
        const who = team == null ? '' : ` (${team})`;
        return `• ${stepLabels[step]}${who}: ${say(new Date(at))}`;
      }),
      ...(clock === null ? [] : ['', limits[clock.of], ...standing(clock, now, zone)]),
    ].join('\n');
  },
  none: 'Không thấy tờ khai này trong các tờ khai của doanh nghiệp mà anh/chị đại diện. Anh/chị kiểm tra lại 12 chữ số giúp; tờ khai vừa đăng ký có thể chưa được cập nhật ở đây. Nếu chưa xác minh doanh nghiệp, anh/chị gõ /xacminh.',
  list: (rows: readonly Declaration[], now: Date, zone: string) =>
    [
      '*Tờ khai của doanh nghiệp*, mới nhất trước:',
      ...rows.map(
        ({ number, channel, state, stateAt }) =>
          `• ${number}${channel === null ? '' : `, luồng ${channels[channel]}`}: ${states[state]}, từ ${sayInstant(stateAt, now, zone, 'vi')}`,
      ),
      '',
      'Bấm số tờ khai để xem, hoặc gõ /tokhai và số tờ khai.',
    ].join('\n'),
  whichEnterprise: 'Anh/chị xem tờ khai của doanh nghiệp nào?',
  others: 'Tờ khai khác',
};

const complete: Record<StatutoryClock['of'], string> = {
  documentCheck: 'hồ sơ đã đủ',
  physicalInspection: 'hàng hóa đã xuất trình đủ',
};

function standing({ counted, since, sinceAt, of }: StatutoryClock, now: Date, zone: string): string[] {
  if (counted === null) return ['Chưa tính được thời gian đã qua vì lịch làm việc của năm này chưa được phê duyệt.'];
  const { usedMilliseconds, dueAt, isCounting } = counted;
  const limit = dueAt > now ? `hạn là ${sayInstant(dueAt, now, zone, 'vi')}` : 'đã quá thời hạn';
  return [
    `Từ bước ${stepLabels[since]} (${sayInstant(sinceAt, now, zone, 'vi')}) đã qua ${sayDuration(usedMilliseconds, 'vi')}; nếu lúc đó ${complete[of]} thì ${limit}.`,
    ...(isCounting ? [] : ['Hiện ngoài giờ làm việc nên thời gian không tính.']),
  ];
}
