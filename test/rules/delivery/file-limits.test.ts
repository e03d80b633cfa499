import { expect, test } from 'vitest';
import { uploadKinds } from 'zalo-api-client';
import { largestUploadBytes } from '../../../src/channel/webchat/uploads.ts';
import {
  carriageOf,
  largestFileBytes,
  noteFileLimits,
  replyFileLimits,
} from '../../../src/rules/delivery/file-limits.ts';

const megabyte = 1024 * 1024;
const { telegram, zalo, webchat } = replyFileLimits;

test.each([
  ['a document of exactly 50 MB goes over Telegram', telegram, 'pdf', 50 * megabyte, 'itself'],
  ['a byte more goes nowhere', telegram, 'pdf', 50 * megabyte + 1, 'not'],
  ['a picture of 1 MB goes over Zalo', zalo, 'png', megabyte, 'itself'],
  ['a larger picture goes as a link', zalo, 'png', megabyte + 1, 'link'],
  ['a document of 5 MB goes over Zalo', zalo, 'docx', 5 * megabyte, 'itself'],
  ['a spreadsheet goes as a link, however small', zalo, 'xlsx', 10, 'link'],
  ['what is larger than we keep for Zalo goes nowhere', zalo, 'xlsx', 20 * megabyte + 1, 'not'],
  ['the chat page shows ten megabytes', webchat, 'zip', 10 * megabyte, 'itself'],
  ['and no more', webchat, 'zip', 10 * megabyte + 1, 'not'],
  ['a note keeps any kind', noteFileLimits, 'xlsx', 20 * megabyte, 'itself'],
] as const)('%s', (_, limits, ending, size, expected) => {
  expect(carriageOf(limits, { ending, size }, true)).toBe(expected);
});

test('where no telephone could open an address, what Zalo does not carry is not taken', () => {
  expect(carriageOf(zalo, { ending: 'xlsx', size: 10 }, false)).toBe('not');
  expect(carriageOf(zalo, { ending: 'pdf', size: 10 }, false)).toBe('itself');
});

test('the limits are those that the channels themselves keep', () => {
  const [pictures, documents] = zalo.carried ?? [];

  expect(pictures?.mostBytes).toBe(uploadKinds.image.mostBytes);
  expect(documents?.mostBytes).toBe(uploadKinds.file.mostBytes);
  expect(documents?.endings.toSorted()).toEqual(Object.keys(uploadKinds.file.types).toSorted());
  expect(webchat.mostBytes).toBe(largestUploadBytes);
  expect(largestFileBytes).toBe(Math.max(...Object.values(replyFileLimits).map(({ mostBytes }) => mostBytes)));
});
