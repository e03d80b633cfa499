import { expect, test } from 'vitest';
import { afterSaving, saving } from '../../src/console/thread/draft-saves.ts';

test('an answer goes out after every draft of it that is on its way, arrived or failed, and at once where none is', async () => {
  const happened: string[] = [];
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const send = (what: string) => async () => happened.push(what);
  void saving('VM-2026-000001', 'reply', first.promise);
  saving('VM-2026-000001', 'reply', second.promise).catch(() => happened.push('lost'));

  const sent = afterSaving('VM-2026-000001', 'reply', send('answer'));
  await afterSaving('VM-2026-000001', 'note', send('note'));
  await afterSaving('VM-2026-000002', 'reply', send('another case'));
  second.reject(new TypeError('fetch failed'));
  await Promise.resolve();
  happened.push('saved');
  first.resolve();
  await sent;
  await afterSaving('VM-2026-000001', 'reply', send('next answer'));

  expect(happened).toEqual(['note', 'another case', 'lost', 'saved', 'answer', 'next answer']);
});
