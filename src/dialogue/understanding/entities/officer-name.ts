import { fold } from '../../../rules/identity/fold.ts';

const official =
  '(?:công chức|cong chuc|cán bộ|can bo|đồng chí|dong chi|đ[/]c|d[/]c|kiểm hóa viên|kiem hoa vien|officer|inspector|hải quan viên|đội trưởng|đội phó|chi cục trưởng|(?:anh|chị|ông|bà|cô) (?:kiểm hóa|kiem hoa|giám sát|giam sat|tiếp nhận|tiep nhan|soi chiếu|soi chieu))';
const person = '(?:anh|chị|chi|ông|ong|bà|ba|cô|co|a|c|mr[.]?|mrs[.]?|ms[.]?|sếp)';
const capitalised = String.raw`(\p{Lu}[\p{Ll}]+(?: \p{Lu}[\p{Ll}]*){0,3})`;

const afterOfficial = new RegExp(
  String.raw`(?<!\p{L})${caseless(official)}(?: (?:tên|ten|là|la|hải quan|hai quan|giám sát|giam sat|kiểm hóa|kiem hoa|tiếp nhận|named|trực|${person}))* ${capitalised}`,
  'u',
);
const afterPerson = new RegExp(String.raw`(?<!\p{L})${caseless(person)} ${capitalised}(?= ?(.{0,40}))`, 'gu');

// Common given names that are no other word of the trade, for people who write without capitals.
const givenNames = new Set(
  'hung dung tuan huong lan thao trang linh nam binh cuong dat duc giang hanh hieu hoa hoang hung khanh kien long minh nga ngoc nhung phong phuong quan quang quyet son tam thang thanh thu thuy tien toan trung tu tung van viet vinh'.split(
    ' ',
  ),
);
const lowerCase =
  /(?<!\p{L})(?:anh|chị|chi|ông|ong|a) (\p{L}{2,7}) (?:ở |o |bên |ben )?(?:kiểm hóa|kiem hoa|hải quan|hai quan|giám sát|giam sat|tiếp nhận|tiep nhan|công chức|cong chuc|cán bộ|can bo|trực|truc|đội|doi)(?!\p{L})/u;

const notNames = new Set(
  'hai quan dinh vu thai binh hung yen phong ben doi cuc hq kcx kcn vnaccs ecus toi em cam xin cho nay do thong tin kiem truc phu ma to khai oi a ad chi anh luong lo hang'.split(
    ' ',
  ),
);

/** The name of an officer as written, without the title. People of the enterprise who give their own name are not officers. */
export function findOfficerName(clean: string): string | null {
  const named = nameIn(afterOfficial.exec(clean)?.[1]);
  if (named !== null) return named;

  for (const match of clean.matchAll(afterPerson)) {
    const before = fold(clean.slice(Math.max(0, match.index - 14), match.index));
    const isSelf = /(?:em|toi|minh|ten|day) la $|lien he $|gap $/.test(before) && !/gap $/.test(before);
    const isColleague = /^(?:ke toan|giam doc|ben em|ben minh|cong ty|phong xnk|xnk)/.test(fold(match[2] ?? ''));
    const name = isSelf || isColleague ? null : nameIn(match[1]);
    if (name !== null) return name;
  }
  const [, low = ''] = lowerCase.exec(clean) ?? [];
  if (!givenNames.has(fold(low))) return null;
  return low.charAt(0).toUpperCase() + low.slice(1);
}

function nameIn(words: string | undefined): string | null {
  const [first] = words?.split(' ') ?? [];
  if (words === undefined || first === undefined || notNames.has(fold(first))) {
    // "Hải" and "Bình" are names too; it is the pair that makes a place or the service.
    const pair = fold(words ?? '');
    return words !== undefined && /^(?:hai|binh|hung|thai|phong|vu)$/.test(pair) ? words : null;
  }
  return words.trim();
}

// The name must be capitalised, so the flag i cannot be used; the title may be written either way.
function caseless(pattern: string): string {
  return pattern.replace(/\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
