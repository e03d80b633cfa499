import { expect, test } from 'vitest';
import { entriesOf } from '../../../../src/channel/webchat/page/entries.ts';
import {
  emptyThread,
  type Sending,
  withEarlier,
  withNewest,
  withOutcome,
  withSending,
} from '../../../../src/channel/webchat/page/thread-state.ts';
import type { ChatMessageView, ChatPageView } from '../../../../src/channel/webchat/view.ts';

const consent = [
  [
    { value: 'consent.yes', label: 'Đồng ý' },
    { value: 'consent.no', label: 'Không đồng ý' },
  ],
];

test('what a person sends is one bubble on its whole way', () => {
  const sending = withSending(emptyThread, aSending({ clientId: 'm-1', text: 'Xin chào' }));
  const kept = withOutcome(sending, 'm-1', { status: 'kept', refusal: null });
  const waiting = withNewest(
    kept,
    aPage({ waiting: [{ clientId: 'm-1', text: 'Xin chào', value: null, files: [], at }] }),
  );
  const handled = withNewest(waiting, aPage({ messages: [aMessage({ id: 7, clientId: 'm-1', text: 'Xin chào' })] }));

  const bubbles = [sending, kept, waiting, handled].map((thread) => entriesOf(thread));

  expect(bubbles.map((entries) => entries.map(({ key, mark }) => [key, mark]))).toEqual([
    [['m-1', 'sending']],
    [['m-1', 'kept']],
    [['m-1', 'kept']],
    [['m-1', 'handled']],
  ]);
});

test('a message that was not sent stays at the end until it is sent or given up', () => {
  const failed = withOutcome(withSending(emptyThread, aSending({ clientId: 'm-1' })), 'm-1', {
    status: 'failed',
    refusal: null,
  });

  const later = withNewest(failed, aPage({ messages: [aMessage({ id: 9, author: 'bot' })] }));

  expect(entriesOf(later).map(({ key, mark }) => [key, mark])).toEqual([
    ['m9', null],
    ['m-1', 'failed'],
  ]);
});

test('a message that is both waiting and handled is shown once', () => {
  const page = aPage({
    messages: [aMessage({ id: 7, clientId: 'm-1' })],
    waiting: [{ clientId: 'm-1', text: 'Xin chào', value: null, files: [], at }],
  });

  expect(entriesOf(withNewest(emptyThread, page))).toHaveLength(1);
});

test('the pressed button is marked and shown by its label, and only the newest question asks', () => {
  const asked = withNewest(
    emptyThread,
    aPage({
      messages: [
        aMessage({ id: 1, author: 'bot', text: 'Đồng ý không?', choices: consent }),
        aMessage({ id: 2, text: 'Đồng ý' }),
        aMessage({ id: 3, author: 'bot', text: 'Hỏi lại', choices: consent }),
      ],
    }),
  );

  const entries = entriesOf(withSending(asked, aSending({ clientId: 'm-2', text: '', value: 'consent.no' })));

  expect(entries.map(({ text, chosen, isLatest }) => [text, chosen, isLatest])).toEqual([
    ['Đồng ý không?', 'consent.yes', false],
    ['Đồng ý', null, false],
    ['Hỏi lại', null, true],
    ['Không đồng ý', null, false],
  ]);
});

test('the greeting that the page asks for is not a bubble', () => {
  const page = aPage({
    messages: [aMessage({ id: 1, text: '/start', clientId: 'start' }), aMessage({ id: 2, author: 'bot' })],
  });

  expect(entriesOf(withNewest(emptyThread, page)).map(({ author }) => author)).toEqual(['bot']);
});

test('older messages come in above, and a newer reading of a message replaces the older', () => {
  const newest = withNewest(emptyThread, aPage({ messages: [aMessage({ id: 5, text: 'cũ' })], hasEarlier: true }));

  const again = withNewest(newest, aPage({ messages: [aMessage({ id: 5, text: 'sửa' }), aMessage({ id: 6 })] }));
  const all = withEarlier(again, aPage({ messages: [aMessage({ id: 3 }), aMessage({ id: 4 })], hasEarlier: false }));

  expect(all.messages.map(({ id }) => id)).toEqual([3, 4, 5, 6]);
  expect(all.messages[2]?.text).toBe('sửa');
  expect([again.hasEarlier, all.hasEarlier]).toEqual([true, false]);
});

test('after an absence longer than a page the thread starts afresh and leaves no hole', () => {
  const before = withNewest(emptyThread, aPage({ messages: [aMessage({ id: 5 })] }));

  const after = withNewest(before, aPage({ messages: [aMessage({ id: 80 }), aMessage({ id: 81 })], hasEarlier: true }));

  expect(after.messages.map(({ id }) => id)).toEqual([80, 81]);
  expect(after.hasEarlier).toBe(true);
});

const at = '2026-03-06T02:00:00.000Z';

function aMessage(given: Partial<ChatMessageView>): ChatMessageView {
  const blank = { id: 1, clientId: null, replyKey: null, author: 'person', text: 'Xin chào', delivery: null } as const;
  return { ...blank, choices: [], files: [], at, ...given };
}

function aPage(given: Partial<ChatPageView>): ChatPageView {
  const me = { contactId: null, name: null, enterprise: null };
  return { messages: [], hasEarlier: false, waiting: [], typing: false, me, serverTime: at, ...given };
}

function aSending(given: Partial<Sending>): Sending {
  const blank = { clientId: 'm-1', text: 'Xin chào', value: null, files: [], replyTo: null, refusal: null };
  return { ...blank, at, status: 'sending', ...given };
}
