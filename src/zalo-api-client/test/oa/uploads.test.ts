import { expect, test } from 'vitest';
import { openAccount } from '../support/accounts.ts';
import { accepts, networkThat, refuses } from '../support/network.ts';

const some = new Uint8Array([1, 2, 3]);

test('a file travels in a form and comes back as a token', async () => {
  const network = networkThat(accepts({ token: 't1' }));

  const result = await openAccount(network.fetch).uploadFile({ bytes: some, name: 'Trả lời.PDF' });

  expect(result).toEqual({ ok: true, value: { token: 't1' } });
  expect(network.asked[0]?.url.pathname).toBe('/v2.0/oa/upload/file');
  const body = network.asked[0]?.body;
  const file = body instanceof FormData ? body.get('file') : null;
  expect(file).toMatchObject({ name: 'Trả lời.PDF', type: 'application/pdf', size: 3 });
});

test('images and GIFs come back as attachments', async () => {
  const network = networkThat(accepts({ attachment_id: 'a1' }));
  const account = openAccount(network.fetch);

  expect(await account.uploadImage({ bytes: some, name: 'a.jpeg' })).toEqual({
    ok: true,
    value: { attachmentId: 'a1' },
  });
  expect(await account.uploadGif({ bytes: some, name: 'a.gif' })).toEqual({ ok: true, value: { attachmentId: 'a1' } });
  expect(network.asked.map(({ url }) => url.pathname)).toEqual(['/v2.0/oa/upload/image', '/v2.0/oa/upload/gif']);
});

test.each([
  ['an image of one megabyte', 'uploadImage', 'a.png', 1024 * 1024, true],
  ['a larger image', 'uploadImage', 'a.png', 1024 * 1024 + 1, false],
  ['a GIF of five megabytes', 'uploadGif', 'a.gif', 5 * 1024 * 1024, true],
  ['a larger file', 'uploadFile', 'a.docx', 5 * 1024 * 1024 + 1, false],
  ['a spreadsheet', 'uploadFile', 'a.xlsx', 3, false],
  ['a GIF among images', 'uploadImage', 'a.gif', 3, false],
  ['a file without an ending', 'uploadFile', 'constructor', 3, false],
  ['an empty file', 'uploadFile', 'a.pdf', 0, false],
] as const)('%s is judged before it is sent', async (_, method, name, size, isSent) => {
  const network = networkThat(accepts({ attachment_id: 'a1', token: 't1' }));

  const result = await openAccount(network.fetch)[method]({ bytes: new Uint8Array(size), name });

  expect(result.ok).toBe(isSent);
  expect(network.asked).toHaveLength(isSent ? 1 : 0);
  if (!result.ok) expect(result.error).toMatchObject({ category: 'parameter', whatToDo: 'fix' });
});

test('an upload that has expired has to be made again', async () => {
  const network = networkThat(refuses(-100));

  const result = await openAccount(network.fetch).send('u1', { kind: 'file', token: 'week-old' });

  expect(result).toMatchObject({ error: { category: 'expiredAsset', whatToDo: 'uploadAgain' } });
});

test('an upload that is accepted without an id did not help', async () => {
  const network = networkThat(accepts({}));

  const result = await openAccount(network.fetch).uploadFile({ bytes: some, name: 'a.pdf' });

  expect(result).toMatchObject({ ok: false, error: { category: 'network' } });
});
