import { expect, test } from 'vitest';
import { oaId, openAccount, person } from '../support/accounts.ts';
import { accepts, jsonOf, networkThat } from '../support/network.ts';

test('a person is asked for in one JSON parameter and read whatever is missing', async () => {
  const network = networkThat(
    accepts({
      user_id: person,
      user_id_by_app: 'app-1',
      user_external_id: '',
      display_name: 'An',
      is_sensitive: false,
      user_last_interaction_date: '05/11/2026',
      user_is_follower: true,
      avatar: 'https://z.zdn.vn/a.jpg',
      tags_and_notes_info: { notes: [], tag_names: ['Doanh nghiệp'] },
      shared_info: { name: 'Nguyễn Văn An', phone: '0912345678', address: '', city: 'Hải Phòng', district: '' },
    }),
    accepts({}),
  );
  const account = openAccount(network.fetch);

  const known = await account.userDetail(person);
  const unknown = await account.userDetail(person);

  expect(network.asked[0]?.url.searchParams.get('data')).toBe(JSON.stringify({ user_id: person }));
  expect(known).toEqual({
    ok: true,
    value: {
      userId: person,
      userIdByApp: 'app-1',
      displayName: 'An',
      isSensitive: false,
      isFollower: true,
      lastInteractionDay: '2026-11-05',
      avatarUrl: 'https://z.zdn.vn/a.jpg',
      tags: ['Doanh nghiệp'],
      notes: [],
      sharedInfo: { name: 'Nguyễn Văn An', phone: '84912345678', givenPhone: '0912345678', city: 'Hải Phòng' },
    },
  });
  expect(unknown).toEqual({ ok: true, value: { tags: [], notes: [] } });
});

test('history tells who spoke', async () => {
  const network = networkThat(
    accepts([
      {
        src: 0,
        time: 1_700_000_001_000,
        type: 'text',
        message: 'Kính chào',
        message_id: 'm2',
        from_id: oaId,
        to_id: person,
      },
      { src: 1, time: 1_700_000_000_000, type: 'photo', url: 'https://z.zdn.vn/1.jpg', message_id: 'm1' },
    ]),
  );
  const account = openAccount(network.fetch);

  const said = await account.conversation(person, { offset: 0, count: 10 });
  await account.recentChats({ offset: 5, count: 5 });

  expect(said).toMatchObject({
    value: [
      { from: 'account', text: 'Kính chào', messageId: 'm2', sentAt: new Date(1_700_000_001_000) },
      { from: 'person', type: 'photo', url: 'https://z.zdn.vn/1.jpg' },
    ],
  });
  expect(network.asked.map(({ url }) => [url.pathname, url.searchParams.get('data')])).toEqual([
    ['/v2.0/oa/conversation', JSON.stringify({ user_id: person, offset: 0, count: 10 })],
    ['/v2.0/oa/listrecentchat', JSON.stringify({ offset: 5, count: 5 })],
  ]);
});

test('no more than ten messages of history can be asked for at once', async () => {
  const network = networkThat(accepts([]));

  const result = await openAccount(network.fetch).recentChats({ offset: 0, count: 11 });

  expect(result).toMatchObject({ error: { category: 'parameter' } });
  expect(network.asked).toEqual([]);
});

test('the account tells its name under either spelling of its id', async () => {
  const network = networkThat(
    accepts({ oaid: oaId, name: 'Hải quan', is_verified: true, oa_type: 4, num_follower: 12 }),
  );

  const result = await openAccount(network.fetch).profile();

  expect(result).toEqual({
    ok: true,
    value: { oaId, name: 'Hải quan', isVerified: true, type: 4, followers: 12 },
  });
});

test('the quota of a person tells the instant of their last interaction', async () => {
  const network = networkThat(
    accepts({ last_interaction: '1700000000000', cs_reply: { remain: 8, total: 8 } }),
    accepts([{ product_type: 'cs', quota_type: 'sub_quota', remain: '400', total: '500' }]),
  );
  const account = openAccount(network.fetch);

  const ofPerson = await account.userQuota(person);
  const ofAccount = await account.accountQuota({ owner: 'OA', productType: 'cs' });

  expect(ofPerson).toEqual({
    ok: true,
    value: { lastInteractionAt: new Date(1_700_000_000_000), consultation: { remaining: 8, total: 8 } },
  });
  expect(ofAccount).toMatchObject({
    value: [{ productType: 'cs', quotaType: 'sub_quota', remaining: 400, total: 500 }],
  });
  expect(network.asked.map(jsonOf)).toEqual([{ user_id: person }, { quota_owner: 'OA', product_type: 'cs' }]);
});
