import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enterprises } from '../../src/import/nouns/enterprises.ts';
import { organisation } from '../../src/import/nouns/organisation.ts';
import { recognise } from '../../src/import/recognise.ts';
import { payload } from './reading.ts';

async function recognised(text: string, noun: typeof enterprises | typeof organisation, chosen = nobodyChose) {
  const folder = await mkdtemp(join(tmpdir(), 'dong-hanh-recognise-'));
  try {
    const path = join(folder, 'list.csv');
    await writeFile(path, text);
    return await recognise<object>(path, noun, { chosen, limits: {} });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const nobodyChose: { form: string; headers: Record<string, string> } | null = null;
const headersOf = ({ columns }: Awaited<ReturnType<typeof recognise>>) =>
  Object.fromEntries(columns.flatMap(({ name, header }) => (header === null ? [] : [[name, header]])));

test('a messy list is read as the import reads it, with what stands in its first rows', async () => {
  const seen = await recognise(payload('enterprises-messy.csv'), enterprises, { chosen: null, limits: {} });

  expect(headersOf(seen)).toMatchObject({ taxCode: expect.any(String), name: expect.any(String) });
  expect(seen.columns.find(({ name }) => name === 'taxCode')?.samples).toHaveLength(3);
  expect(seen.ignored).toContain('STT');
});

test('where a required column goes by a name of its own, the others are recognised and that one is left to the person', async () => {
  const seen = await recognised('Mã khách,Tên DN,Ghi chú\n0100109106,Công ty A,\n', enterprises);

  expect(headersOf(seen)).toEqual({ name: 'Tên DN', note: 'Ghi chú' });
  expect(seen.ignored).toEqual(['Mã khách']);
  expect(seen.columns.find(({ name }) => name === 'taxCode')).toMatchObject({ isRequired: true, header: null });
});

test('what a person chose is what is read, and nothing else', async () => {
  const chosen = { form: 'Doanh nghiệp', headers: { taxCode: 'Mã khách', name: 'Ghi chú' } };

  const seen = await recognised('Mã khách,Tên DN,Ghi chú\n0100109106,Công ty A,Công ty B\n', enterprises, chosen);

  expect(headersOf(seen)).toEqual(chosen.headers);
  expect(seen.columns.find(({ name }) => name === 'name')?.samples).toEqual(['Công ty B']);
  expect(seen.ignored).toEqual(['Tên DN']);
});

test('headers of which none is known are offered to choose from, and a file without a row is refused', async () => {
  const odd = await recognised('a,b\n1,2\n', enterprises);

  expect(headersOf(odd)).toEqual({});
  expect(odd.headers).toEqual(['a', 'b']);
  await expect(recognised('\n', enterprises)).rejects.toThrow('Tệp không có dòng nào.');
});

test('of units and officers, the headers say which the file is', async () => {
  const seen = await recognised('Họ và tên,Email,Mã đơn vị\nLan,lan@haiquan.vidu.vn,CKDV\n', organisation);

  expect(seen.form).toBe('Công chức');
});
