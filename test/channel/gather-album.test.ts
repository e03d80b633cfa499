import fc from 'fast-check';
import { expect, test } from 'vitest';
import { albumAt, type WaitingReading } from '../../src/channel/gather-album.ts';
import type { AnnouncedFile, Reading } from '../../src/channel/port.ts';

const start = Date.parse('2026-11-23T09:15:00+07:00');
const after = (milliseconds: number) => new Date(start + milliseconds);

test('a message that belongs to no album is handled at once', () => {
  const head = waiting(1, 0, says('Xin chào'));

  expect(albumAt(head, [], after(0))).toEqual({ kind: 'single' });
});

test('a file that was sent by itself is handled at once', () => {
  const head = waiting(1, 0, part('45', { album: null }));

  expect(albumAt(head, [], after(0))).toEqual({ kind: 'single' });
});

test('the first part waits for the others until it has been quiet for a while', () => {
  const head = waiting(1, 0, part('45'));

  expect(albumAt(head, [], after(0))).toEqual({ kind: 'wait', until: after(700) });
  expect(albumAt(head, [waiting(2, 500, part('46'))], after(600))).toEqual({ kind: 'wait', until: after(1_200) });
  expect(albumAt(head, [], after(700))).toMatchObject({ kind: 'whole', rows: [1] });
});

test('parts that keep dripping in do not keep the person waiting for ever', () => {
  const head = waiting(1, 0, part('45'));
  const following = Array.from({ length: 6 }, (_, index) =>
    waiting(index + 2, 500 * (index + 1), part(`${46 + index}`)),
  );

  expect(albumAt(head, following, after(2_999))).toEqual({ kind: 'wait', until: after(3_000) });
  expect(albumAt(head, following, after(3_000))).toMatchObject({ kind: 'whole' });
});

test('an album is one message: its files as they were sent, the words of whichever part has them', () => {
  const head = waiting(7, 0, part('46'));
  const following = [
    waiting(8, 10, part('45', { repliesTo: '12' })),
    waiting(9, 20, part('47', { caption: 'Ba mặt của container' })),
  ];

  const album = albumAt(head, following, after(1_000));

  expect(album).toMatchObject({
    kind: 'whole',
    rows: [7, 8, 9],
    message: {
      providerMessageId: '45',
      repliesTo: '12',
      content: {
        caption: 'Ba mặt của container',
        files: [{ ref: 'f45' }, { ref: 'f46' }, { ref: 'f47' }],
        parts: [
          { id: '45', caption: '' },
          { id: '46', caption: '' },
          { id: '47', caption: 'Ba mặt của container' },
        ],
      },
    },
  });
});

test('whatever the person does next shows that the album is complete', () => {
  const head = waiting(1, 0, part('45'));
  const following = [waiting(2, 10, part('46')), waiting(3, 20, says('gửi rồi ạ'))];

  expect(albumAt(head, following, after(30))).toMatchObject({ kind: 'whole', rows: [1, 2] });
});

test('two albums behind one another stay two', () => {
  const head = waiting(1, 0, part('45'));
  const following = [waiting(2, 10, part('46')), waiting(3, 20, part('47', { album: 'other' }))];

  expect(albumAt(head, following, after(30))).toMatchObject({ kind: 'whole', rows: [1, 2] });
});

test('an album of ten, the most there is, waits for nothing', () => {
  const head = waiting(1, 0, part('45'));
  const following = Array.from({ length: 9 }, (_, index) => waiting(index + 2, 0, part(`${46 + index}`)));

  expect(albumAt(head, following, after(0))).toMatchObject({ kind: 'whole', rows: { length: 10 } });
});

test('no file is lost or doubled, in whatever order the parts come', () => {
  const order = fc.shuffledSubarray([45, 46, 47, 48, 49], { minLength: 1 });

  fc.assert(
    fc.property(order, (ids) => {
      const [head, ...following] = ids.map((id, index) => waiting(index + 1, index, part(`${id}`)));
      if (head === undefined) return;

      const album = albumAt(head, following, after(5_000));

      if (album.kind !== 'whole' || album.message.content.kind !== 'files') throw new Error(album.kind);
      expect(album.message.content.files.map(({ ref }) => ref)).toEqual(ids.toSorted().map((id) => `f${id}`));
      expect(album.rows.toSorted()).toEqual(ids.map((_, index) => index + 1));
    }),
  );
});

function waiting(id: number, receivedAfter: number, reading: Reading): WaitingReading {
  return { id, receivedAt: after(receivedAfter), reading };
}

function part(
  id: string,
  {
    album = 'album',
    caption = '',
    repliesTo = null,
  }: { album?: string | null; caption?: string; repliesTo?: string | null } = {},
): Reading {
  const file: AnnouncedFile = { ref: `f${id}`, name: `anh-${id}.jpg`, mediaType: 'image/jpeg', size: 1_000 };
  return message(id, repliesTo, { kind: 'files', caption, files: [file], ...(album === null ? {} : { album }) });
}

function says(text: string): Reading {
  return message('90', null, { kind: 'text', text });
}

type Message = Extract<Reading, { kind: 'message' }>['message'];

function message(providerMessageId: string, repliesTo: string | null, content: Message['content']): Reading {
  const sender = { id: '1', displayName: null, languageHint: null };
  return { kind: 'message', message: { address: '1', sender, providerMessageId, repliesTo, content } };
}
