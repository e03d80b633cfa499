import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const account = {
  ZALO_APP_ID: '4318657068771012646',
  ZALO_APP_SECRET: 'app-secret',
  ZALO_OA_ID: '579745863508352884',
  ZALO_OA_SECRET_KEY: 'new-key, old-key',
};

test('nothing has to be set, and then no platform is connected', () => {
  expect(readConfig({ ZALO_APP_ID: '' })).toMatchObject({ telegram: null, zalo: null, zaloBot: null });
});

describe('an Official Account', () => {
  test('is connected by four values, and takes several secret keys while one replaces another', () => {
    expect(readConfig(account).zalo).toEqual({
      appId: '4318657068771012646',
      appSecret: 'app-secret',
      oaId: '579745863508352884',
      webhookSecrets: ['new-key', 'old-key'],
      refreshToken: null,
      apiRoot: 'https://openapi.zalo.me',
      oauthRoot: 'https://oauth.zaloapp.com',
      businessRoot: 'https://business.openapi.zalo.me',
      template: null,
      ratePerMinute: 60,
    });
  });

  test('has a template, further hosts and a rate of its own where they are set', () => {
    const further = { ZALO_TEMPLATE_ID: '441022', ZALO_MEDIA_HOSTS: '*.example.vn,', ZALO_RATE_PER_MINUTE: '100' };

    expect(readConfig({ ...account, ...further })).toMatchObject({
      zalo: {
        template: { id: '441022', referenceField: 'ma_vu_viec', textField: 'noi_dung' },
        ratePerMinute: 100,
      },
      zaloMediaHosts: ['*.example.vn'],
    });
  });

  test.each([
    [{ ZALO_APP_ID: '123456' }, ['ZALO_APP_SECRET', 'ZALO_OA_ID', 'ZALO_OA_SECRET_KEY']],
    [{ ...account, ZALO_APP_SECRET: '' }, ['ZALO_APP_SECRET']],
    [{ ZALO_REFRESH_TOKEN: 'abc' }, ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_ID', 'ZALO_OA_SECRET_KEY']],
    [{ ...account, ZALO_OA_SECRET_KEY: ' , ' }, ['ZALO_OA_SECRET_KEY']],
    [{ ...account, ZALO_TEMPLATE_FIELDS: 'mot' }, ['ZALO_TEMPLATE_FIELDS']],
    [{ ...account, ZALO_RATE_PER_MINUTE: '0', ZALO_OA_ID: 'abc' }, ['ZALO_RATE_PER_MINUTE', 'ZALO_OA_ID']],
  ])('with something missing or wrong is refused, and every fault is named: %j', (env, names) => {
    const problem = problemOf(env);

    for (const name of names) expect(problem).toContain(name);
  });

  test('that is refused gives no secret away', () => {
    expect(problemOf({ ...account, ZALO_OA_ID: undefined })).not.toContain('app-secret');
  });
});

describe('a bot of the Bot Platform', () => {
  test('needs a secret in webhook mode and none when it asks by itself', () => {
    const token = { ZALO_BOT_TOKEN: '12345689:abc-xyz' };

    expect(problemOf(token)).toContain('ZALO_BOT_SECRET');
    expect(readConfig({ ...token, ZALO_BOT_MODE: 'polling' }).zaloBot).toEqual({
      token: '12345689:abc-xyz',
      apiRoot: 'https://bot-api.zaloplatforms.com',
      mode: 'polling',
      webhookSecret: null,
    });
  });
});

function problemOf(env: Record<string, string | undefined>): string {
  try {
    readConfig(env);
  } catch (error) {
    return String(error);
  }
  return 'the environment was accepted';
}

describe('a directory', () => {
  const directory = {
    OIDC_ISSUER: 'https://sso.haiquan.example/realms/cuc',
    OIDC_CLIENT_ID: 'dong-hanh',
    OIDC_CLIENT_SECRET: 'bí mật',
    OIDC_LABEL: 'Tài khoản Cục Hải quan',
  };

  test('takes four values together; what is missing is named at once, and the secret never', () => {
    expect(readConfig(directory).oidc).toMatchObject({ clientId: 'dong-hanh', label: 'Tài khoản Cục Hải quan' });
    expect(readConfig({}).oidc).toBeNull();
    const problem = problemOf({ OIDC_ISSUER: directory.OIDC_ISSUER, OIDC_CLIENT_SECRET: 'bí mật' });
    expect(problem).toContain('OIDC_CLIENT_ID');
    expect(problem).toContain('OIDC_LABEL');
    expect(problem).not.toContain('bí mật');
  });

  test('is spoken to over https, but for one on this very machine', () => {
    expect(problemOf({ ...directory, OIDC_ISSUER: 'http://sso.haiquan.example' })).toContain('OIDC_ISSUER');
    expect(readConfig({ ...directory, OIDC_ISSUER: 'http://127.0.0.1:8080' }).oidc?.issuer).toBe(
      'http://127.0.0.1:8080',
    );
  });
});
