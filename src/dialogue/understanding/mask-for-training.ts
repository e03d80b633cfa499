import { fold } from '../../rules/identity/fold.ts';
import { findOfficerName } from './entities/officer-name.ts';

const longest = 400;

// Order matters: a longer number is named before a shorter pattern can bite a piece out of it.
const numbers: readonly (readonly [RegExp, string])[] = [
  [/\S+@\S+\.\S+/gu, ' '],
  [/https?:\/\/\S+|www\.\S+/giu, ' '],
  [/(?<![\p{L}\d])(?:vm|pa|[dđ]g)[\s–_-]{0,2}20\d\d[\s–_-]{0,2}\d{1,6}(?!\d)/giu, '<case>'],
  [/(?<![\p{L}\d])[a-z]{3}[ -]?[ujz][ -]?\d{6}[ -]?\d(?!\d)/giu, '<cont>'],
  [/(?<!\d)[135](?:[ .]?\d){10,11}(?!\d)/gu, '<decl>'],
  [/(?<!\d)(?:\+?84|0)(?:[ .-]?[35789])(?:[ .-]?\d){8}(?!\d)/gu, '<phone>'],
  [/(?<!\d)\d{10}(?:-\d{3})?(?!\d)/gu, '<mst>'],
  [/(?<![\p{L}\d])[aesrw]\d{4}(?![\p{L}\d])/giu, '<err>'],
  [/(?<![\d.])\d{4}(?:\.\d{2}){1,3}(?![\d.])/gu, '<hs>'],
  [/\d[\d.,]{4,}\d/gu, '<n>'],
  [/\d{3,}/gu, '<n>'],
];
const company =
  /(?<!\p{L})((?:công ty|cong ty|cty|doanh nghiệp|company)(?: (?:tnhh|cổ phần|co phan|cp|mtv|một thành viên))*)((?: [\p{Lu}\d][\p{L}\d&.-]*)+)/giu;
// "Nguyễn Văn Bình", "John Smith": two or more words with capitals, not at the start of a sentence alone.
const fullName = /(?<!\p{L})\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,4}(?!\p{L})/gu;
// "Em là Mai", "chị Lan": one word with a capital behind a word that is said of people.
const givenName =
  /(?<=(?<!\p{L})(?:là|la|tên|ten|anh|chị|chi|em|ông|ong|bà|cô|chú|mr\.?|ms\.?|mrs\.?) )\p{Lu}\p{Ll}+(?!\p{L})/gu;
// In Hangul a name is told by the title behind it.
const koreanName =
  /[가-힣]{2,4}(?= ?(?:씨|과장|부장|대리|사장|차장|님)(?:이|은|는|을|를|의|께|에게|께서)?(?![가-힣]))/gu;

/**
 * A person's words without numbers, addresses and names, with the slots that seeds have in their place. Null when nothing
 * is left to learn from, or when it is too long to be read through before it is used.
 */
export function maskForTraining(text: string, names: readonly string[]): string | null {
  let masked = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (masked.length > longest) return null;
  for (const name of names.filter((each) => each.trim().length > 1)) masked = without(masked, name.trim(), '<officer>');
  const officer = findOfficerName(masked);
  if (officer !== null) masked = without(masked, officer, '<officer>');
  for (const [pattern, slot] of numbers) masked = masked.replace(pattern, slot);
  masked = masked
    .replace(company, '$1')
    .replace(fullName, (name) => (places.has(fold(name)) ? '<place>' : '<officer>'))
    .replace(givenName, '<officer>')
    .replace(koreanName, '담당자')
    .replace(/\s+/gu, ' ')
    .trim();
  return /\p{L}{2,}/u.test(masked.replace(/<\w+>/gu, '')) ? masked : null;
}

const places: ReadonlySet<string> = new Set(
  'dinh vu,tan vu,lach huyen,nam hai,chua ve,hai an,hai phong,hai duong,hung yen,thai binh,trang due,thuy nguyen,nam dinh vu'.split(
    ',',
  ),
);

function without(text: string, name: string, slot: string): string {
  return text.replaceAll(new RegExp(`(?<!\\p{L})${RegExp.escape(name)}(?!\\p{L})`, 'giu'), slot);
}
