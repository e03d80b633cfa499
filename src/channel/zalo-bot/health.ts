import type { BotProfile, BotWebhook, ZaloFault, ZaloResult } from 'zalo-api-client';
import type { AccountHealth } from '../port.ts';

/** What a check of the bot found, and what it met lately. */
export interface Findings {
  profile: ZaloResult<BotProfile>;
  /** Null where the bot is polled. */
  webhook: ZaloResult<BotWebhook> | null;
  /** The address that the webhook should have. */
  wantedUrl: string | null;
  /** The last message that was refused for want of allowance. */
  quota: ZaloFault | null;
}

const newToken =
  'Mở mini app Zalo Bot Creator, chọn bot, lấy token hiện hành (hoặc tạo lại), ghi vào ZALO_BOT_TOKEN rồi khởi động lại dịch vụ.';

/** What administrators are told, the worst first. */
export function botHealth({ profile, webhook, wantedUrl, quota }: Findings): AccountHealth {
  if (!profile.ok) {
    return profile.error.category === 'auth'
      ? broken(`Zalo không nhận token của Zalo Bot nên công chức không nhận được cảnh báo qua bot. ${newToken}`)
      : warning('Chưa gọi được máy chủ Zalo Bot. Hệ thống tự thử lại; nếu kéo dài, kiểm tra đường mạng ra Internet.');
  }
  if (quota !== null)
    return warning(
      'Zalo Bot hết lượt gửi của tháng hoặc đã đủ số người dùng của gói. Cảnh báo được chuyển sang cuộc trò chuyện liên kết khác của công chức nếu có; kiểm tra gói dịch vụ của bot.',
    );
  if (webhook?.ok === true && webhook.value.url !== wantedUrl)
    return broken(
      'Webhook của Zalo Bot không trỏ về dịch vụ này nên tin của công chức không đến. Khởi động lại dịch vụ để đặt lại, hoặc kiểm tra có nơi khác đang dùng cùng token.',
    );
  return { state: 'working', whatToDo: '', endsAt: null };
}

function broken(whatToDo: string): AccountHealth {
  return { state: 'broken', whatToDo, endsAt: null };
}

function warning(whatToDo: string): AccountHealth {
  return { state: 'warning', whatToDo, endsAt: null };
}
