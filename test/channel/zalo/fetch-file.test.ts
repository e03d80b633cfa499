import { describe, expect, test } from 'vitest';
import { fetchFile } from '../../../src/channel/zalo/fetch-file.ts';
import { openMediaHosts } from '../../../src/channel/zalo/media-hosts.ts';

const publicAddress = async () => ['118.102.2.1'];

describe('only places that Zalo keeps files at are asked for one', () => {
  test.each([
    'https://f20-zpc.zdn.vn/jpg/a.jpg',
    'http://voice-aac-dl.zadn.vn/a.amr',
    'https://stickers.zaloapp.com/1.png',
    'https://F20-ZPC.ZDN.VN/jpg/a.jpg',
    'https://media.example.gov.vn/a',
  ])('%s is one', async (ref) => {
    const asked: string[] = [];

    const file = await take(ref, asked, ['media.example.gov.vn']);

    expect(file).toMatchObject({ status: 'fetched' });
    expect(asked).toEqual([new URL(ref).href]);
  });

  test.each([
    'https://example.com/a.jpg',
    'https://zdn.vn.example.com/a.jpg',
    'https://evilzdn.vn/a.jpg',
    'https://f20-zpc.zdn.vn:8443/a.jpg',
    'https://user:secret@f20-zpc.zdn.vn/a.jpg',
    'http://127.0.0.1/a.jpg',
    'http://[::1]/a.jpg',
    'ftp://f20-zpc.zdn.vn/a.jpg',
    'file:///etc/passwd',
    'data:text/plain,a',
    'no-such-file',
    '',
  ])('“%s” is none', async (ref) => {
    const asked: string[] = [];

    expect(await take(ref, asked)).toMatchObject({ status: 'gone' });
    expect(asked).toEqual([]);
  });

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '192.168.1.1',
    '::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '0.0.0.0',
  ])('an allowed name that leads to %s is not followed into our own network', async (address) => {
    const asked: string[] = [];
    const hosts = openMediaHosts([], async () => ['118.102.2.1', address]);

    const file = await fetchFile({ fetch: answering(asked), hosts }, 'https://f20-zpc.zdn.vn/a.jpg');

    expect(file).toMatchObject({ status: 'gone' });
    expect(asked).toEqual([]);
  });

  test('a name that cannot be looked up now may be later', async () => {
    const hosts = openMediaHosts([], async () => Promise.reject(new Error('EAI_AGAIN')));

    expect(await fetchFile({ fetch: answering([]), hosts }, 'https://f20-zpc.zdn.vn/a.jpg')).toMatchObject({
      status: 'tryLater',
    });
  });
});

describe('a redirect', () => {
  test('is followed to another allowed place', async () => {
    const asked: string[] = [];
    const fetch = answering(asked, { 'https://a.zdn.vn/1': redirectTo('//b.zdn.vn/2') });

    expect(await fetchFile({ fetch, hosts: openMediaHosts([], publicAddress) }, 'https://a.zdn.vn/1')).toMatchObject({
      status: 'fetched',
    });
    expect(asked).toEqual(['https://a.zdn.vn/1', 'https://b.zdn.vn/2']);
  });

  test.each(['http://169.254.169.254/latest/meta-data', 'https://example.com/a', 'file:///etc/passwd'])(
    'to %s is not',
    async (location) => {
      const asked: string[] = [];
      const fetch = answering(asked, { 'https://a.zdn.vn/1': redirectTo(location) });

      const file = await fetchFile({ fetch, hosts: openMediaHosts([], publicAddress) }, 'https://a.zdn.vn/1');

      expect(file).toMatchObject({ status: 'gone' });
      expect(asked).toEqual(['https://a.zdn.vn/1']);
    },
  );

  test('that leads in a circle ends', async () => {
    const asked: string[] = [];
    const fetch = answering(asked, { 'https://a.zdn.vn/1': redirectTo('/1') });

    const file = await fetchFile({ fetch, hosts: openMediaHosts([], publicAddress) }, 'https://a.zdn.vn/1');

    expect(file).toMatchObject({ status: 'gone' });
    expect(asked).toHaveLength(4);
  });
});

test('a file larger than we take is not read to its end', async () => {
  let given = 0;
  const endless = new ReadableStream({
    pull(controller) {
      given += 1000;
      controller.enqueue(new Uint8Array(1000));
    },
  });
  const hosts = openMediaHosts([], publicAddress);

  const file = await fetchFile(
    { fetch: async () => new Response(endless), hosts, limitBytes: 5000 },
    'https://a.zdn.vn/1',
  );

  expect(file).toEqual({ status: 'tooLarge', limitBytes: 5000 });
  expect(given).toBeLessThan(10_000);
});

test.each([
  [404, 'gone'],
  [410, 'gone'],
  [403, 'gone'],
  [429, 'tryLater'],
  [500, 'tryLater'],
  [503, 'tryLater'],
])('a download answered %i is %s', async (status, outcome) => {
  const hosts = openMediaHosts([], publicAddress);

  const file = await fetchFile({ fetch: async () => new Response('', { status }), hosts }, 'https://a.zdn.vn/1');

  expect(file).toMatchObject({ status: outcome });
});

test('a connection that breaks in the middle may be tried again', async () => {
  const broken = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(10));
      controller.error(new Error('reset'));
    },
  });
  const hosts = openMediaHosts([], publicAddress);

  expect(await fetchFile({ fetch: async () => new Response(broken), hosts }, 'https://a.zdn.vn/1')).toMatchObject({
    status: 'tryLater',
  });
});

function take(ref: string, asked: string[], further: readonly string[] = []) {
  return fetchFile({ fetch: answering(asked), hosts: openMediaHosts(further, publicAddress) }, ref);
}

function answering(asked: string[], answers: Record<string, () => Response> = {}) {
  return async (url: string) => {
    asked.push(url);
    return answers[url]?.() ?? new Response('ảnh');
  };
}

function redirectTo(location: string): () => Response {
  return () => new Response(null, { status: 302, headers: { location } });
}
