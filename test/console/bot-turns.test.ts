import { expect, test } from 'vitest';
import { partsOfThread } from '../../src/console/thread/bot-turns.ts';
import type { MessageView } from '../../src/http/views.ts';

function message(id: number, author: MessageView['author'], change: Partial<MessageView> = {}): MessageView {
  return {
    id,
    author,
    officer: null,
    isNote: false,
    text: 'Nội dung',
    choices: [],
    mentions: [],
    earlierTexts: [],
    translation: null,
    detail: null,
    at: '2026-03-06T02:00:00.000Z',
    channel: 'telegram',
    delivery: author === 'bot' ? 'delivered' : null,
    sentAt: null,
    deliveredAt: null,
    readAt: null,
    divertedFrom: null,
    problem: null,
    files: [],
    ...change,
  };
}

function shape(messages: readonly MessageView[], firstNewId: number | null = null): string[] {
  return partsOfThread(messages, firstNewId).map((part) =>
    part.kind === 'message' ? String(part.message.id) : part.turns.map(({ id }) => id).join('+'),
  );
}

test('what the bot says in a row is folded, one turn alone stands as it is, and people are never folded', () => {
  const said = [message(1, 'person'), message(2, 'bot'), message(3, 'bot'), message(4, 'officer'), message(5, 'bot')];
  const people = [message(1, 'person'), message(2, 'person'), message(3, 'officer'), message(4, 'officer')];

  expect(shape(said)).toEqual(['1', '2+3', '4', '5']);
  expect(shape(people)).toEqual(['1', '2', '3', '4']);
});

test('what did not arrive, what begins another day and what is new to the officer is not hidden in a fold', () => {
  const nextDay = { at: '2026-03-06T17:30:00.000Z' };

  expect(shape([message(1, 'bot'), message(2, 'bot'), message(3, 'bot', { delivery: 'failed' })])).toEqual([
    '1+2',
    '3',
  ]);
  expect(shape([message(1, 'bot'), message(2, 'bot'), message(3, 'bot', nextDay), message(4, 'bot', nextDay)])).toEqual(
    ['1+2', '3+4'],
  );
  expect(shape([message(1, 'bot'), message(2, 'bot'), message(3, 'bot'), message(4, 'bot')], 3)).toEqual([
    '1+2',
    '3',
    '4',
  ]);
});
