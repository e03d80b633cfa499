import { fold } from './fold.ts';

export type OfficeCode = '03CC' | '03CE' | '03TG' | '03EE' | '03NK' | '03PA' | '03CD' | '03PJ' | '03PL';

export type CustomsOffice = { code: OfficeCode; name: string; shortName: string; formerName: string };

// Region III. Names as used since March 2025, with the VNACCS short name and the name people still write.
export const customsOffices: readonly CustomsOffice[] = [
  office('03CC', 'Hải quan CK cảng Hải Phòng khu vực 1', 'HQHPKV1', 'Chi cục HQ CK cảng Hải Phòng KV I'),
  office('03CE', 'Hải quan CK cảng Hải Phòng khu vực 2', 'HQHPKV2', 'Chi cục HQ CK cảng Hải Phòng KV II'),
  office('03TG', 'Hải quan CK cảng Hải Phòng khu vực 3', 'HQHPKV3', 'Chi cục HQ CK cảng Hải Phòng KV III'),
  office('03EE', 'Hải quan CK cảng Đình Vũ', 'HQDINHVU', 'Chi cục HQ CK cảng Đình Vũ'),
  office('03NK', 'Hải quan KCX và KCN Hải Phòng', 'HQKCXKCNHP', 'Chi cục HQ KCX và KCN Hải Phòng'),
  office('03PA', 'Hải quan KCX và KCN Hải Phòng (ĐT–GC)', 'HQKCXKCNHP', 'Chi cục Quản lý hàng đầu tư – gia công'),
  office('03CD', 'Hải quan Thái Bình', 'HQTHAIBINH', 'Chi cục HQ Thái Bình'),
  office('03PJ', 'Hải quan Hải Dương', 'HQHAIDUONG', 'Chi cục HQ Hải Dương'),
  office('03PL', 'Hải quan Hưng Yên', 'HQHUNGYEN', 'Chi cục HQ Hưng Yên'),
];

/**
 * How an office was named in a text. `place` is a town or port named without the word customs: "from Đình Vũ to Hưng Yên"
 * speaks of places, so the caller decides. `ambiguous` is the name trap: "khu vực 3" is a port unit and the whole region.
 */
export type OfficeMention =
  | { kind: 'office' | 'place'; code: OfficeCode; at: number }
  | { kind: 'region'; at: number }
  | { kind: 'ambiguous'; candidates: readonly ['03TG', 'region']; at: number };

export type OfficeResolution =
  | { kind: 'office'; office: CustomsOffice }
  | { kind: 'region' }
  | { kind: 'ambiguous'; candidates: readonly ['03TG', 'region'] }
  | { kind: 'unknown' };

/** The office with this code, upper or lower case; null outside Region III. */
export function officeByCode(code: string): CustomsOffice | null {
  return customsOffices.find((each) => each.code === code.toUpperCase()) ?? null;
}

/** What a person means who was asked for an office. Here a bare place name is an answer. */
export function resolveOffice(text: string): OfficeResolution {
  const [mention] = findOffices(text);
  if (mention === undefined) return { kind: 'unknown' };
  if (mention.kind === 'region') return { kind: 'region' };
  if (mention.kind === 'ambiguous') return { kind: 'ambiguous', candidates: mention.candidates };

  const office = officeByCode(mention.code);
  return office === null ? { kind: 'unknown' } : { kind: 'office', office };
}

/** Every office named in a text, surest first, then in order. */
export function findOffices(text: string): readonly OfficeMention[] {
  const folded = fold(text);
  const mentions = [...byCodeOrShortName(folded), ...byZone(folded), ...byZonesAndParks(folded), ...byPlace(folded)];
  return mentions.toSorted((a, b) => sureness[a.kind] - sureness[b.kind] || a.at - b.at);
}

const sureness = { office: 0, ambiguous: 1, region: 1, place: 2 };

function* byCodeOrShortName(folded: string): Generator<OfficeMention> {
  for (const match of folded.matchAll(/(?<![a-z\d])(03[a-z]{2}|hq[a-z]{4,10}\d?)(?![a-z\d])/g)) {
    const word = match[0].toUpperCase();
    const named = customsOffices.find((each) => each.code === word || each.shortName === word);
    if (named !== undefined) yield { kind: 'office', code: named.code, at: match.index };
  }
}

const zoneName =
  /(?<![a-z\d])((?:chi cuc|cuc|hai quan|hq|cua khau|hqck|ck|cang|hai phong|hp|hph)[\s-]+){0,6}(?:khu ?vuc|kv)[\s.-]*(so )?(iii|ii|i|[123])(?![a-z\d]|[.,]\d)/g;
const zones: Readonly<Record<string, OfficeCode>> = { 1: '03CC', i: '03CC', 2: '03CE', ii: '03CE' };

function* byZone(folded: string): Generator<OfficeMention> {
  for (const match of folded.matchAll(zoneName)) {
    const code = zones[match[3] ?? ''];
    if (code !== undefined) yield { kind: 'office', code, at: match.index };
    else if (/cang|cua khau|ck|\bhp|hai phong/.test(match[0])) yield { kind: 'office', code: '03TG', at: match.index };
    else if (/chi cuc.*iii$/.test(match[0])) yield { kind: 'region', at: match.index };
    else yield { kind: 'ambiguous', candidates: ['03TG', 'region'], at: match.index };
  }
}

const industrialZones =
  /(?<![a-z\d])(?:kcx[\s,-]{0,3}(?:va |& ?)?kcn|khu che xuat[\s,-]{0,3}(?:va )?khu cong nghiep|(?:hai quan|hq|chi cuc)[\s-]+(?:kcn|kcx|khu cong nghiep|khu che xuat))(?![a-z\d])/g;
const investmentGoods =
  /(?<![a-z\d])(?:(?:hai quan|hq|chi cuc)[\s-]+(?:quan ly )?(?:hang )?(?:dau tu|dt[\s-]?gc)|quan ly hang dau tu|hang dau tu[\s–-]+gia cong)(?![a-z\d])/g;

function* byZonesAndParks(folded: string): Generator<OfficeMention> {
  for (const match of folded.matchAll(industrialZones)) yield { kind: 'office', code: '03NK', at: match.index };
  for (const match of folded.matchAll(investmentGoods)) yield { kind: 'office', code: '03PA', at: match.index };
}

const places: Readonly<Record<string, OfficeCode>> = {
  'dinh vu': '03EE',
  dv: '03EE',
  'thai binh': '03CD',
  'hai duong': '03PJ',
  'hung yen': '03PL',
};
const customsWord = '(?:hai quan|haiquan|hq|hqck|chi cuc|cong chuc|can bo|customs)';
const placeName = new RegExp(
  String.raw`(?<![a-z\d])(${customsWord}[\s-]+(?:(?:o|tai|ben|tinh|hq|hai quan|ck|cua khau|cang|khu vuc)[\s-]+){0,3})?(dinh vu|thai binh|hai duong|hung yen|dv)(?=(\s+customs)?)(?![a-z\d])`,
  'g',
);

function* byPlace(folded: string): Generator<OfficeMention> {
  for (const match of folded.matchAll(placeName)) {
    const code = places[match[2] ?? ''];
    const isOffice = match[1] !== undefined || match[3] !== undefined;
    // Alone, "dv" is short for many other words.
    if (code === undefined || (match[2] === 'dv' && !/^(hq|hai quan|chi cuc)/.test(match[1] ?? ''))) continue;
    yield { kind: isOffice ? 'office' : 'place', code, at: match.index };
  }
}

function office(code: OfficeCode, name: string, shortName: string, formerName: string): CustomsOffice {
  return { code, name, shortName, formerName };
}
