import type { AccountQuota, OaProfile, TemplateQuota, TokenHealth, ZaloFault, ZaloResult } from 'zalo-api-client';
import { sayOnDate } from '../../rules/working-time/say-when.ts';
import type { AccountHealth } from '../port.ts';

/** What a check of an Official Account found, and what it met lately while sending. */
export interface Findings {
  grant: TokenHealth;
  /** Null when no token could be had. */
  profile: ZaloResult<OaProfile> | null;
  /** What may still be sent beyond the free 48 hours; null when the platform does not say. */
  quotas: readonly AccountQuota[] | null;
  /** What may still be sent to people silent for a week; null where no template was approved. */
  templateQuota: TemplateQuota | null;
  trouble: ZaloFault | null;
}

interface Reader {
  appId: string;
  oaId: string;
  now: Date;
  zone: string;
}

const packageSoonMilliseconds = 14 * 86_400_000;
const lowQuota = 0.1;

/** What administrators are told, the worst first: sentences that say what stops, when, and where to click. */
export function accountHealth(findings: Findings, reader: Reader): AccountHealth {
  return (
    ofGrant(findings.grant, reader) ??
    ofFault(findings.profile === null || findings.profile.ok ? null : findings.profile.error, reader) ??
    ofProfile(findings.profile?.ok === true ? findings.profile.value : null, reader) ??
    ofFault(findings.trouble, reader) ??
    ofQuotas(findings.quotas ?? []) ??
    ofTemplateQuota(findings.templateQuota) ?? { state: 'working', whatToDo: '', endsAt: null }
  );
}

function grantAgain({ appId, oaId }: Reader): string {
  return `Quản trị viên của OA vào developers.zalo.me → Công cụ → API Explorer, chọn ứng dụng ${appId} và OA ${oaId}, lấy refresh token mới, ghi vào ZALO_REFRESH_TOKEN rồi khởi động lại dịch vụ.`;
}

const howItWasLost = {
  refused: 'Zalo không còn chấp nhận refresh token',
  answerLost: 'Zalo đã đổi refresh token nhưng mã mới bị mất trước khi kịp lưu',
  refreshTokenExpired: 'Refresh token đã quá ba tháng không dùng',
} as const;

function ofGrant(grant: TokenHealth, reader: Reader): AccountHealth | null {
  switch (grant.state) {
    case 'noGrant':
      return broken(`Zalo OA chưa được cấp quyền nên chưa gửi được tin. ${grantAgain(reader)}`);
    case 'grantLost':
      return broken(`Zalo OA mất quyền gửi tin: ${howItWasLost[grant.because]}. ${grantAgain(reader)}`);
    case 'refreshFailing': {
      const { accessExpiresAt: endsAt, since } = grant;
      const why = `Không gia hạn được mã truy cập Zalo OA từ ${when(since, reader)}. ${cureOf(grant.lastFault)}`;
      if (endsAt === undefined || endsAt <= reader.now) return broken(`${why} Hiện không gửi được tin qua Zalo.`);
      return warning(`${why} Tin vẫn gửi được đến ${when(endsAt, reader)}.`, endsAt);
    }
    case 'refreshTokenExpiresSoon': {
      const endsAt = grant.refreshTokenExpiresAt;
      return warning(`Refresh token của Zalo OA hết hạn ${when(endsAt, reader)}. ${grantAgain(reader)}`, endsAt);
    }
    case 'expiring':
    case 'healthy':
      return null;
  }
}

function cureOf(fault: ZaloFault | undefined): string {
  if (fault === undefined || fault.category === 'network' || fault.category === 'unknownOutcome') {
    return 'Kiểm tra đường mạng từ máy chủ tới oauth.zaloapp.com.';
  }
  if (fault.code === -14004) return 'Kiểm tra ZALO_APP_SECRET: Zalo báo sai khóa bí mật của ứng dụng.';
  return `Kiểm tra ứng dụng trên developers.zalo.me và các giá trị ZALO_APP_ID, ZALO_APP_SECRET (Zalo báo: ${told(fault)}).`;
}

const cures: Record<number, string> = {
  [-204]: 'OA đã bị khóa hoặc xóa. Liên hệ Zalo để mở lại.',
  [-205]: 'Zalo không tìm thấy OA này. Kiểm tra ZALO_OA_ID.',
  [-209]: 'Ứng dụng chưa được kích hoạt. Kích hoạt trên developers.zalo.me.',
  [-212]:
    'Ứng dụng chưa đăng ký nhóm quyền này. Vào developers.zalo.me → Đăng ký sử dụng API và chọn Official Account API.',
  [-219]: 'Ứng dụng đã bị gỡ hoặc khóa trên developers.zalo.me.',
  [-221]: 'OA chưa được xác thực. Xác thực OA trên oa.zalo.me.',
  [-223]: 'OA chưa cấp quyền này cho ứng dụng.',
  [-224]: 'Gói dịch vụ của OA không đủ. Nâng gói trên oa.zalo.me.',
  [-248]: 'OA vi phạm tiêu chuẩn nền tảng. Liên hệ Zalo.',
  [-320]: 'OA cần liên kết tài khoản thanh toán ZCA.',
};

function ofFault(fault: ZaloFault | null, reader: Reader): AccountHealth | null {
  switch (fault?.category) {
    case 'auth':
      return broken(`Zalo từ chối mã truy cập của OA. ${grantAgain(reader)}`);
    case 'account': {
      const cure = cures[fault.code ?? 0] ?? 'Kiểm tra OA trên oa.zalo.me và ứng dụng trên developers.zalo.me.';
      const again = fault.code === -223 ? ` ${grantAgain(reader)}` : '';
      return broken(`Không gửi được tin qua Zalo: ${cure}${again} (Zalo báo: ${told(fault)})`);
    }
    case 'quota':
      return warning(
        fault.code === -321
          ? 'Tài khoản ZCA của OA đã hết tiền: tin ngoài 48 giờ không gửi được. Nạp thêm tiền trên ZCA.'
          : 'OA đã hết hạn mức tin: doanh nghiệp im lặng quá 48 giờ không nhận được tin. Mua thêm hoặc nâng gói trên oa.zalo.me.',
      );
    case 'network':
    case 'unknownOutcome':
      return warning('Không kết nối được tới máy chủ Zalo. Kiểm tra đường mạng từ máy chủ tới openapi.zalo.me.');
    default:
      return null;
  }
}

function ofProfile(profile: OaProfile | null, reader: Reader): AccountHealth | null {
  if (profile?.oaId !== undefined && profile.oaId !== reader.oaId) {
    return broken(`Quyền đang dùng là của OA ${profile.oaId}, không phải ${reader.oaId}. Kiểm tra ZALO_OA_ID.`);
  }
  const endsAt = dayIn(profile?.packageValidThrough);
  if (endsAt === null || endsAt.getTime() - reader.now.getTime() > packageSoonMilliseconds) return null;
  return warning(`Gói dịch vụ của OA hết hạn ngày ${profile?.packageValidThrough}. Gia hạn trên oa.zalo.me.`, endsAt);
}

// Documented without a form; both ways of writing a day have been seen. The package lasts through that day in Việt Nam.
function dayIn(written: string | undefined): Date | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(written ?? '') ?? [];
  const iso = day === undefined ? /^\d{4}-\d{2}-\d{2}/.exec(written ?? '')?.[0] : `${year}-${month}-${day}`;
  const ends = new Date(`${iso}T24:00:00+07:00`);
  return Number.isNaN(ends.getTime()) ? null : ends;
}

function ofQuotas(quotas: readonly AccountQuota[]): AccountHealth | null {
  const low = quotas.find(
    ({ remaining, total = 0 }) => remaining !== undefined && total > 0 && remaining / total < lowQuota,
  );
  if (low === undefined) return null;
  return warning(
    `Hạn mức tin ngoài 48 giờ của OA chỉ còn ${low.remaining} trên ${low.total}. Mua thêm hoặc nâng gói trên oa.zalo.me.`,
  );
}

function ofTemplateQuota(quota: TemplateQuota | null): AccountHealth | null {
  if (quota?.remaining === undefined || quota.remaining > 0) return null;
  return warning(
    'Hôm nay đã hết lượt gửi tin theo mẫu: doanh nghiệp im lặng quá 7 ngày chưa được báo có trả lời. Đề nghị Zalo tăng hạn mức trên oa.zalo.me.',
  );
}

function told({ code, message }: ZaloFault): string {
  return code === undefined ? message : String(code);
}

function when(at: Date, { now, zone }: Reader): string {
  return sayOnDate(at, now, zone);
}

function broken(whatToDo: string): AccountHealth {
  return { state: 'broken', whatToDo, endsAt: null };
}

function warning(whatToDo: string, endsAt: Date | null = null): AccountHealth {
  return { state: 'warning', whatToDo, endsAt };
}
