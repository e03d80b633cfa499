import { expect, test } from 'vitest';
import { type Attempts, afterFailure, refusedUntil } from '../../../src/rules/linking/attempts.ts';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00+07:00`);

test('nine wrong codes in a row are borne, the tenth shuts the door for an hour', () => {
  let chat: Attempts = { codeFailures: 0, codesRefusedUntil: null, lastInteractionAt: at('09:00') };
  for (let time = 1; time <= 9; time += 1) {
    chat = { ...afterFailure(chat, at('09:10')), lastInteractionAt: at('09:10') };
    expect(refusedUntil(chat, at('09:10'))).toBeNull();
  }

  chat = { ...chat, ...afterFailure(chat, at('09:11')) };

  expect(refusedUntil(chat, at('10:10'))).toEqual(at('10:11'));
  expect(refusedUntil(chat, at('10:11'))).toBeNull();
});

test('mistakes before an hour of silence are forgotten', () => {
  const chat = { codeFailures: 9, codesRefusedUntil: null, lastInteractionAt: at('09:00') };

  expect(afterFailure(chat, at('09:59'))).toMatchObject({ codeFailures: 0, codesRefusedUntil: at('10:59') });
  expect(afterFailure(chat, at('10:00'))).toEqual({ codeFailures: 1, codesRefusedUntil: null });
});
