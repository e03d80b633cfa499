import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { largestUploadBytes, openUploads } from '../../../src/channel/webchat/uploads.ts';
import { openWebchat } from '../../../src/channel/webchat/webchat.ts';

const an = 'an'.padEnd(43, '-');
const binh = 'binh'.padEnd(43, '-');
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
const oldOffice = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(512).fill(0)]);

test('a picture is kept under the type that its bytes have, whatever its name says', async () => {
  await using folder = await openFolder();

  const outcome = await openUploads(folder.path).keep(an, { name: 'hoa-don.pdf', bytes: png });

  expect(outcome).toMatchObject({
    ok: true,
    upload: { name: 'hoa-don.pdf', mediaType: 'image/png', size: png.length },
  });
});

test.each([
  ['trang.html', utf8('<!doctype html><script>alert(1)</script>')],
  ['ghi-chu.txt', utf8('\n <html><script>alert(1)</script>')],
  ['hinh.svg', utf8('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['ghi-chu.txt', Uint8Array.from([0x54, 0, 1, 2])],
  ['cai-dat.exe', Uint8Array.from([0x4d, 0x5a, 0x90, 0])],
  ['khong-duoi', utf8('chỉ là chữ')],
  ['thu.msg', oldOffice],
])('%s is not accepted when it is none of the documents and pictures that we take', async (name, bytes) => {
  await using folder = await openFolder();

  const outcome = await openUploads(folder.path).keep(an, { name, bytes });

  expect(outcome).toEqual({ ok: false, because: 'notAccepted' });
});

test.each([
  ['ghi-chu.txt', utf8('Container TCLU1234567'), 'text/plain; charset=utf-8'],
  ['danh-sach.csv', utf8('số;ngày\n1;2'), 'text/csv; charset=utf-8'],
  ['bang-ke.XLS', oldOffice, 'application/vnd.ms-excel'],
])('%s is accepted', async (name, bytes, mediaType) => {
  await using folder = await openFolder();

  const outcome = await openUploads(folder.path).keep(an, { name, bytes });

  expect(outcome).toMatchObject({ ok: true, upload: { mediaType } });
});

test('ten megabytes are taken and one byte more is not', async () => {
  await using folder = await openFolder();
  const uploads = openUploads(folder.path);
  const atLimit = new Uint8Array(largestUploadBytes);
  atLimit.set(png);
  const beyond = new Uint8Array(largestUploadBytes + 1);
  beyond.set(png);

  expect(await uploads.keep(an, { name: 'anh.png', bytes: atLimit })).toMatchObject({ ok: true });
  expect(await uploads.keep(an, { name: 'anh.png', bytes: beyond })).toEqual({ ok: false, because: 'tooLarge' });
  expect(await uploads.keep(an, { name: 'anh.png', bytes: new Uint8Array() })).toEqual({ ok: false, because: 'empty' });
});

test("the id of another person's file leads nowhere", async () => {
  await using folder = await openFolder();
  const uploads = openUploads(folder.path);
  const outcome = await uploads.keep(an, { name: 'anh.png', bytes: png });
  const id = outcome.ok ? outcome.upload.id : '';

  expect(await uploads.facts(an, id)).toEqual({ mediaType: 'image/png', size: png.length });
  expect(await uploads.facts(binh, id)).toBeNull();
  expect(await uploads.bytes(binh, id)).toBeNull();
});

test('no handle of a file reaches outside the folder', async () => {
  await using folder = await openFolder();
  await writeFile(join(folder.path, 'secret.png'), 'mật');
  const channel = openWebchat({ uploadsDirectory: folder.path });

  for (const ref of [`${an}/../secret.png`, '../secret.png', `./secret.png`, `${an}/%2e%2e%2fsecret.png`, '', '/']) {
    expect(await channel.fetchFile(ref)).toMatchObject({ status: 'gone' });
  }
});

test('a name is kept without folders and without what cannot be shown', async () => {
  await using folder = await openFolder();

  const outcome = await openUploads(folder.path).keep(an, { name: 'C:\\Users\\an\\hoá đơn\u0000.png', bytes: png });

  expect(outcome).toMatchObject({ upload: { name: 'hoá đơn.png' } });
});

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function openFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'dong-hanh-uploads-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
