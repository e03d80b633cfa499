import { expect, test } from 'vitest';
import { detourOf, type OtherChat } from '../../../src/rules/delivery/detour.ts';

function chat(id: number, change: Partial<OtherChat> = {}): OtherChat {
  return { id, isGroup: false, isBlocked: false, window: 'open', lastInteractionAt: null, ...change };
}

const yesterday = new Date('2026-11-22T09:15:00+07:00');
const today = new Date('2026-11-23T09:15:00+07:00');

test.each<[string, OtherChat[], number | null]>([
  ['there is none', [], null],
  [
    'all are blocked, closed or groups',
    [chat(1, { isBlocked: true }), chat(2, { window: 'closed' }), chat(3, { isGroup: true })],
    null,
  ],
  ['the person was last there', [chat(1, { lastInteractionAt: yesterday }), chat(2, { lastInteractionAt: today })], 2],
  ['it was used at all', [chat(1), chat(2, { lastInteractionAt: yesterday })], 2],
  [
    'it costs nothing',
    [chat(1, { window: 'charged', lastInteractionAt: today }), chat(2, { lastInteractionAt: yesterday })],
    2,
  ],
  ['it costs, and there is no other', [chat(1, { window: 'charged' })], 1],
  ['it is older, all else being equal', [chat(2), chat(1)], 1],
])('a chat takes a message over because %s', (_, chats, id) => {
  expect(detourOf(chats)?.id ?? null).toBe(id);
});
