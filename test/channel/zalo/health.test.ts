import { expect, test } from 'vitest';
import type { TokenHealth, ZaloFault } from 'zalo-api-client';
import { accountHealth, type Findings } from '../../../src/channel/zalo/health.ts';

const now = new Date('2026-11-22T08:00+07:00');
const reader = { appId: '4318657068771012646', oaId: '579745863508352884', now, zone: 'Asia/Ho_Chi_Minh' };
const healthy: TokenHealth = {
  state: 'healthy',
  accessExpiresAt: new Date('2026-11-23T08:00+07:00'),
  refreshTokenExpiresAt: new Date('2027-02-19T08:00+07:00'),
};
const grantAgain =
  'Quản trị viên của OA vào developers.zalo.me → Công cụ → API Explorer, chọn ứng dụng 4318657068771012646 và OA 579745863508352884, lấy refresh token mới, ghi vào ZALO_REFRESH_TOKEN rồi khởi động lại dịch vụ.';

test('an account that works needs nothing', () => {
  expect(healthOf({})).toEqual({ state: 'working', whatToDo: '', endsAt: null });
});

test('a token that is due is renewed by us and worries nobody', () => {
  const grant: TokenHealth = { state: 'expiring', refreshTokenExpiresAt: new Date('2027-02-19T08:00+07:00') };

  expect(healthOf({ grant }).state).toBe('working');
});

test.each([
  ['refused', 'Zalo không còn chấp nhận refresh token'],
  ['answerLost', 'Zalo đã đổi refresh token nhưng mã mới bị mất trước khi kịp lưu'],
  ['refreshTokenExpired', 'Refresh token đã quá ba tháng không dùng'],
] as const)('a grant that was lost (%s) is broken, and says exactly where to get a new one', (because, how) => {
  const grant: TokenHealth = { state: 'grantLost', at: now, because, instruction: '' };

  expect(healthOf({ grant, profile: null })).toEqual({
    state: 'broken',
    whatToDo: `Zalo OA mất quyền gửi tin: ${how}. ${grantAgain}`,
    endsAt: null,
  });
});

test('an account without any grant says how to give one', () => {
  expect(healthOf({ grant: { state: 'noGrant' }, profile: null })).toEqual({
    state: 'broken',
    whatToDo: `Zalo OA chưa được cấp quyền nên chưa gửi được tin. ${grantAgain}`,
    endsAt: null,
  });
});

test('renewal that fails is a warning with its end while the old token lasts, and an outage once it is over', () => {
  const endsAt = new Date('2026-11-22T20:00+07:00');
  const since = new Date('2026-11-22T07:00+07:00');
  const failing: TokenHealth = { state: 'refreshFailing', since, accessExpiresAt: endsAt };

  const before = healthOf({ grant: failing });
  const after = accountHealth({ ...findings, grant: failing }, { ...reader, now: endsAt });

  expect(before).toMatchObject({ state: 'warning', endsAt });
  expect(before.whatToDo).toBe(
    'Không gia hạn được mã truy cập Zalo OA từ 07:00 Chủ nhật, 22/11. Kiểm tra đường mạng từ máy chủ tới oauth.zaloapp.com. Tin vẫn gửi được đến 20:00 Chủ nhật, 22/11.',
  );
  expect(after).toMatchObject({
    state: 'broken',
    whatToDo: expect.stringContaining('Hiện không gửi được tin qua Zalo.'),
  });
});

test('a wrong app secret is named as the cause of a failing renewal', () => {
  const lastFault: ZaloFault = { code: -14004, category: 'account', whatToDo: 'askAdministrator', message: 'secret' };
  const grant: TokenHealth = { state: 'refreshFailing', since: now, lastFault };

  expect(healthOf({ grant }).whatToDo).toContain('Kiểm tra ZALO_APP_SECRET');
});

test('a refresh token near its end is told two weeks before', () => {
  const refreshTokenExpiresAt = new Date('2026-12-01T08:00+07:00');

  const health = healthOf({ grant: { state: 'refreshTokenExpiresSoon', refreshTokenExpiresAt } });

  expect(health).toMatchObject({ state: 'warning', endsAt: refreshTokenExpiresAt });
});

test.each([
  [-204, 'broken', 'OA đã bị khóa hoặc xóa'],
  [-212, 'broken', 'Ứng dụng chưa đăng ký nhóm quyền này'],
  [-223, 'broken', 'API Explorer'],
  [-224, 'broken', 'Nâng gói trên oa.zalo.me'],
  [-235, 'broken', 'Kiểm tra OA trên oa.zalo.me'],
] as const)('the number %i is told as %s, with what to do', (code, state, words) => {
  const error: ZaloFault = { code, category: 'account', whatToDo: 'askAdministrator', message: 'no' };

  expect(healthOf({ profile: { ok: false, error } })).toMatchObject({
    state,
    whatToDo: expect.stringContaining(words),
  });
  expect(healthOf({ trouble: error })).toMatchObject({ state, whatToDo: expect.stringContaining(words) });
});

test('a quota that is used up, or nearly so, is a warning: answers within 48 hours still go out', () => {
  const error: ZaloFault = { code: -211, category: 'quota', whatToDo: 'askAdministrator', message: 'no' };

  expect(healthOf({ trouble: error })).toMatchObject({
    state: 'warning',
    whatToDo: expect.stringContaining('quá 48 giờ'),
  });
  expect(healthOf({ quotas: [{ remaining: 49, total: 500, raw: null }] })).toMatchObject({
    state: 'warning',
    whatToDo: expect.stringContaining('chỉ còn 49 trên 500'),
  });
  expect(healthOf({ quotas: [{ remaining: 50, total: 500, raw: null }] }).state).toBe('working');
});

test('templates that are used up for the day are a warning', () => {
  expect(healthOf({ templateQuota: { remaining: 0, daily: 500 } })).toMatchObject({
    state: 'warning',
    whatToDo: expect.stringContaining('quá 7 ngày'),
  });
  expect(healthOf({ templateQuota: { remaining: 1, daily: 500 } }).state).toBe('working');
});

test('a grant of another account than the one of the settings is broken', () => {
  expect(healthOf({ profile: { ok: true, value: { oaId: '1112223334445556667' } } })).toMatchObject({
    state: 'broken',
    whatToDo: expect.stringContaining('ZALO_OA_ID'),
  });
});

test.each([
  ['30/11/2026', 'warning'],
  ['2026-11-30', 'warning'],
  ['30/12/2026', 'working'],
  ['vô thời hạn', 'working'],
])('a package that lasts until %s is %s', (packageValidThrough, state) => {
  expect(healthOf({ profile: { ok: true, value: { packageValidThrough } } }).state).toBe(state);
});

test('a platform that cannot be reached is a warning about the way there', () => {
  const error: ZaloFault = { category: 'network', whatToDo: 'backOff', message: 'no connection' };

  expect(healthOf({ profile: { ok: false, error } })).toMatchObject({ state: 'warning' });
});

const findings: Findings = {
  grant: healthy,
  profile: { ok: true, value: { oaId: reader.oaId } },
  quotas: null,
  templateQuota: null,
  trouble: null,
};

function healthOf(change: Partial<Findings>) {
  return accountHealth({ ...findings, ...change }, reader);
}
