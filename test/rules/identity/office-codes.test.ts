import { expect, test } from 'vitest';
import { fold } from '../../../src/rules/identity/fold.ts';
import { customsOffices, findOffices, officeByCode, resolveOffice } from '../../../src/rules/identity/office-codes.ts';

test.each([
  ['03CC', '03CC'],
  ['03ce', '03CE'],
  ['kv1', '03CC'],
  ['khu vực 1', '03CC'],
  ['KV II', '03CE'],
  ['cảng hp kv2', '03CE'],
  ['hải quan cửa khẩu cảng Hải Phòng khu vực III', '03TG'],
  ['cảng hp kv3', '03TG'],
  ['HQHPKV3', '03TG'],
  ['đình vũ', '03EE'],
  ['hq dinh vu', '03EE'],
  ['hq đv', '03EE'],
  ['KCX và KCN', '03NK'],
  ['hải quan khu công nghiệp', '03NK'],
  ['chi cục quản lý hàng đầu tư gia công', '03PA'],
  ['Hải quan Thái Bình', '03CD'],
  ['hải dương', '03PJ'],
  ['hq hưng yên', '03PL'],
])('asked for an office, "%s" means %s, with or without marks', (typed, code) => {
  for (const text of [typed, fold(typed), typed.toUpperCase()]) {
    expect(resolveOffice(text)).toMatchObject({ kind: 'office', office: { code } });
  }
});

test.each(['hải quan khu vực 3', 'hq kv3', 'kv3', 'khu vực III'])(
  '"%s" may be the port unit or the whole region, so the person is asked',
  (typed) => {
    expect(resolveOffice(typed)).toEqual({ kind: 'ambiguous', candidates: ['03TG', 'region'] });
  },
);

test('the full name of the region is the region, not the port unit', () => {
  expect(resolveOffice('Chi cục Hải quan khu vực III')).toEqual({ kind: 'region' });
});

test.each(['03ZZ', 'khu vực giám sát', 'khu vực 10', 'hải quan Móng Cái', ''])(
  '"%s" is no office of the region',
  (typed) => {
    expect(resolveOffice(typed)).toEqual({ kind: 'unknown' });
  },
);

test('a journey between two towns names places, not offices', () => {
  const kinds = findOffices('vận chuyển từ Đình Vũ về Hưng Yên').map((mention) => mention.kind);

  expect(kinds).toEqual(['place', 'place']);
});

test('every office is found by its code and its VNACCS short name or, where two share one, by the first of them', () => {
  for (const office of customsOffices) {
    expect(officeByCode(office.code)).toBe(office);
    const named = resolveOffice(office.shortName);
    expect(named.kind === 'office' && named.office.shortName).toBe(office.shortName);
  }
});
