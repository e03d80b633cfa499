import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inSaidOrder } from '../../../src/rules/conversation/said-order.ts';

const person = (id: number, ordinal: number, conversationId = 1) => ({ id, ordinal, conversationId });
const bot = (id: number, conversationId: number | null = 1) => ({ id, ordinal: null, conversationId });

test('what a platform delivered too late is read where it was said', () => {
  const messages = [person(1, 100), bot(2), person(3, 300), bot(4), person(5, 200), bot(6)];

  expect(inSaidOrder(messages).map(({ id }) => id)).toEqual([1, 2, 5, 3, 4, 6]);
});

test('messages that came in order, notes and other chats keep their places', () => {
  const messages = [person(1, 500), bot(2, null), person(3, 100, 2), bot(4), person(5, 600)];

  expect(inSaidOrder(messages)).toEqual(messages);
});

test('whatever the order of arrival, people read each chat as it was said, and nothing is left out', () => {
  const anyone = fc.record({ conversationId: fc.constantFrom(1, 2, null), ordinal: fc.option(fc.nat({ max: 20 })) });

  fc.assert(
    fc.property(fc.array(anyone), (messages) => {
      const ordered = inSaidOrder(messages);

      expect(ordered).toHaveLength(messages.length);
      expect(new Set(ordered)).toEqual(new Set(messages));
      for (const chat of [1, 2]) {
        const said = ordered.flatMap((each) => (each.conversationId === chat ? (each.ordinal ?? []) : []));
        expect(said).toEqual(said.toSorted((a, b) => a - b));
      }
    }),
  );
});
