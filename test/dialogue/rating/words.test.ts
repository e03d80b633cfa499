import { expect, test } from 'vitest';
import { changesMind, levelSaid, saysMistaken } from '../../../src/dialogue/flows/rating/level-said.ts';
import { invitationWishIn } from '../../../src/dialogue/flows/rating/wishes.ts';
import { understand } from '../../../src/dialogue/understanding/understand.ts';

test.each([
  ['5', 5],
  ['4.', 4],
  ['số 3', 3],
  ['5 sao', 5],
  ['2*', 2],
  ['⭐⭐⭐', 3],
  ['rất hài lòng', 5],
  ['rat hai long', 5],
  ['không hài lòng', 2],
  ['tệ', 2],
  ['very satisfied', 5],
  ['매우 만족', 5],
  ['불만족', 2],
  ['6', null],
  ['hàng của tôi vẫn kẹt ở cảng', null],
])('"%s" answers the question how satisfied somebody is: %s', (text, level) => {
  expect(levelSaid(text, understand(text))?.level ?? null).toBe(level);
});

test.each([
  ['tắt lời mời', 'mute'],
  ['Tat loi moi danh gia', 'mute'],
  ['không nhận lời mời đánh giá nữa', 'mute'],
  ['mute invitations', 'mute'],
  ['평가 안내 끄기', 'mute'],
  ['bật lại lời mời', 'want'],
  ['invite me again', 'want'],
  ['평가 안내 켜기', 'want'],
  ['gửi lời mời ở đây', 'here'],
  ['lời mời họp ngày mai tôi chưa nhận được', null],
  ['tắt máy chủ rồi mà hệ thống vẫn lỗi', null],
])('"%s" is a wish about invitations: %s', (text, wish) => {
  expect(invitationWishIn(text)).toBe(wish);
});

test('a change of mind and a wrong declaration are told apart from other words', () => {
  expect([changesMind('à nhầm, 4 sao'), changesMind('sửa lại 3 sao'), changesMind('làm rất nhanh')]).toEqual([
    true,
    true,
    false,
  ]);
  expect([
    saysMistaken('tôi nhầm tờ khai rồi'),
    saysMistaken('wrong declaration'),
    saysMistaken('tờ khai sai mã HS'),
  ]).toEqual([true, true, false]);
});
