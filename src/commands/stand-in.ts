const webhookSecret = 'bi-mat-de-thu-tren-may-nay';

/**
 * A server that plays Telegram or Zalo with its people, so that a developer sees the bot on a platform without an
 * account there. It is a program of the tests and comes with the sources only.
 */
export async function standIn(platform: string, options: { port: string; app: string }): Promise<void> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port là một số từ 0 đến 65535');
  if (platform === 'telegram') return playTelegram(port);
  if (platform === 'zalo') return playZalo(port, options.app.replace(/\/$/, ''));
  throw new Error('Nền tảng là telegram hoặc zalo');
}

async function playTelegram(port: number): Promise<void> {
  const { startTelegramStandIn } = await import('../../test/support/telegram-stand-in.ts');
  const telegram = await startTelegramStandIn({ port, enforceLimits: true });
  await tell('Telegram', telegram.apiRoot, {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_WEBHOOK_SECRET: webhookSecret,
  });
}

async function playZalo(port: number, app: string): Promise<void> {
  const { startZaloStandIn } = await import('../../test/support/zalo-stand-in.ts');
  // Started again and again while the product keeps its tokens, so a refresh token of an earlier run is good too.
  const settings = { unknownRefreshTokens: 'accepted' as const };
  const zalo = await startZaloStandIn({ port, webhook: `${app}/webhooks/zalo`, settings });
  await tell('Zalo', zalo.origin, {
    ZALO_APP_ID: zalo.account.appId,
    ZALO_APP_SECRET: zalo.account.appSecret,
    ZALO_OA_ID: zalo.account.oaId,
    ZALO_OA_SECRET_KEY: zalo.account.oaSecretKey,
    ZALO_REFRESH_TOKEN: zalo.tokens.refreshToken,
    ZALO_API_ROOT: zalo.origin,
    ZALO_OAUTH_ROOT: zalo.origin,
    ZALO_BUSINESS_ROOT: zalo.origin,
  });
}

/** Says how to connect, and stays until it is interrupted. */
async function tell(platform: string, address: string, settings: Readonly<Record<string, string>>): Promise<void> {
  console.log(`${platform} giả lập chạy tại ${address}: mở địa chỉ này để nhắn tin như một người dùng.`);
  console.log('Ở cửa sổ khác:');
  console.log('');
  for (const [name, value] of Object.entries(settings)) console.log(`export ${name}='${value}'`);
  console.log('npm run demo');
  console.log('');
  await new Promise<void>((resolve) => process.once('SIGINT', resolve));
}
