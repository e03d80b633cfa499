import { expect, test } from 'vitest';
import { keptNouns } from '../../../src/desk/imports/kept-nouns.ts';
import type { FileReading, ReadingOrder } from '../../../src/desk/imports/reading/file-reading.ts';
import { readHere } from '../../../src/desk/imports/reading/read-here.ts';
import { readInThread } from '../../../src/desk/imports/reading/read-in-thread.ts';
import { customsOffices } from '../../../src/rules/identity/office-codes.ts';

const payload = (name: string) => `${import.meta.dirname}/../../payloads/import/${name}`;

const orderOf = (path: string): ReadingOrder => ({
  path,
  zone: 'Asia/Ho_Chi_Minh',
  officeCodes: new Set(customsOffices.map(({ code }) => code)),
  batchRows: 3,
  limits: {},
  columns: null,
});

async function everythingIn<Row>(opening: Promise<FileReading<Row>>) {
  await using reading = await opening;
  const batches = [];
  for await (const { writtenOf, ...batch } of reading.batches) {
    batches.push({ ...batch, written: batch.rows.map(writtenOf) });
  }
  const { headers, ignored, totalBytes } = reading;
  return { headers, ignored, totalBytes, readAs: reading.readAs(), batches };
}

test.each([
  ['declarations', 'declarations-messy.csv'],
  ['enterprises', 'enterprises-messy.csv'],
] as const)('a file of %s says the same whether it is read here or in a thread of its own', async (noun, name) => {
  const here = await everythingIn(readHere<object>(keptNouns[noun], orderOf(payload(name))));
  const inThread = await everythingIn(readInThread<object>(keptNouns[noun], orderOf(payload(name))));

  expect(inThread).toEqual(here);
  expect(here.batches.flatMap(({ rows }) => rows).length).toBeGreaterThan(2);
});

test('a thread refuses a file that is none with the same sentence', async () => {
  const text = payload('../../desk/imports/reading-thread.test.ts');

  await expect(readInThread(keptNouns.enterprises, orderOf(text))).rejects.toMatchObject({ code: 'unreadableFile' });
});

test('a reading that is given up ends its thread', async () => {
  const order = { ...orderOf(payload('declarations-messy.csv')), batchRows: 1 };
  const reading = await readInThread(keptNouns.declarations, order);
  const batches = reading.batches[Symbol.asyncIterator]();
  await batches.next();

  await reading[Symbol.asyncDispose]();

  await expect(drained(batches)).rejects.toThrow('The reading thread ended before the file did');
});

async function drained(batches: AsyncIterator<unknown>) {
  for (let next = await batches.next(); next.done !== true; next = await batches.next());
}
