import { fold } from '../rules/identity/fold.ts';

// "anh Nguyễn Văn An", "ông Tuấn": what follows a form of address and begins with a capital is a name.
const addressed =
  /(?<=(?<![\p{L}])(?:[Aa]nh|[Cc]hị|[Ôô]ng|[Bb]à|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m|[Aa]|[Cc]|[Cc]hi|[Oo]ng|[Bb]a|[Cc]án bộ|[Cc]an bo|[Cc]ông chức|[Cc]ong chuc|[Dd]\/[Cc]|[Đđ]ồng chí|[Gg]iám đốc|[Kk]ế toán|[Tt]ên(?: tôi| em| mình)?(?: là)?|Mr\.?|Ms\.?|Mrs\.?|Miss)\s+)(?!Hải [qQ]uan|Chi [cC]ục|Kiểm|Giám sát)\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}+){0,4}/gu;
// "Nguyen Van An" anywhere: a family name with one to three capitalised words behind it.
const family =
  /(?<!\p{L})(?:Nguyễn|Nguyen|Trần|Tran|Lê|Phạm|Pham|Hoàng|Huỳnh|Huynh|Phan|Vũ|Võ|Đặng|Dang|Bùi|Bui|Đỗ|Hồ|Ngô|Dương|Duong|Lý|Đinh|Đoàn|Doan|Lương|Luong|Trịnh|Trinh|Tô|Mai|Cao|Hà|Vương|Vuong|Kim|Park|Lee|Choi)(?!\s+(?:Nội|Nam|Tĩnh|Giang|Bằng))(?:\s+\p{Lu}\p{Ll}+){1,3}/gu;
const legalForm =
  '(?:TNHH|CP|CPTM|cổ phần|Cổ phần|Cổ Phần|CỔ PHẦN|MTV|một thành viên|Một thành viên|hai thành viên|TM|DV|XNK|SX|thương mại|Thương mại|dịch vụ|xuất nhập khẩu|liên doanh|Liên doanh)';
// "Công ty TNHH Dệt May Sông Cấm"; what is common to all of them stays.
const enterprise = new RegExp(
  `(?<=(?:[Cc]ông ty|CÔNG TY|[Cc]ong ty|[Cc]ty|CTY|[Dd]oanh nghiệp|DN)(?:\\s+(?:và|&))?(?:\\s+${legalForm})*\\s+)(?!(?:TNHH|CP|MTV|TM|DV|XNK|SX)(?!\\p{L}))\\p{Lu}[\\p{L}\\d&.-]*(?:\\s+(?:và\\s+|&\\s+)?[\\p{Lu}\\d][\\p{L}\\d&.-]*){0,7}`,
  'gu',
);
// "Acme Trading Co., Ltd".
const foreignEnterprise =
  /(?<![\p{L}\d])\p{Lu}[\p{L}\d&.-]*(?:\s+\p{Lu}[\p{L}\d&.-]*){0,5}\s+(?:Co\.?,?\s*Ltd\.?|CO\.?,?\s*LTD\.?|Corporation|Corp\.?|JSC|Inc\.?|Company Limited|Limited)/gu;
// "số 12/5 đường Lê Lợi", "15 phố Cầu Đất": a street with its number.
const street =
  /(?<![\p{L}\d])(?:[Ss]ố\s+)?\d{1,4}[A-Za-z]?(?:\/\d{1,4})*,?\s+(?:đường|phố|ngõ|ngách|Đường|Phố|Ngõ|duong|pho|ngo)\s+\p{Lu}[\p{L}\d]*(?:\s+\p{Lu}\p{L}*){0,4}/gu;
// "so 12 duong le hong phong": whoever types without capitals still says "số" or a house behind a house.
const streetInLetters =
  /(?<![\p{L}\d])(?:s[ốo]\s+\d{1,4}[a-z]?(?:\/\d{1,4})*|\d{1,4}(?:\/\d{1,4})+),?\s+(?:đường|phố|ngõ|ngách|duong|pho|ngo|ngach)\s+\p{L}+(?:\s+\p{L}+){0,3}/giu;
// "số nhà 8, ngách 12, tổ dân phố 4".
const house = /(?<!\p{L})[Ss]ố nhà\s+[\p{L}\d/.-]+/gu;

/** What names somebody by the words around it, with the kind of its mark. */
export const namesByForm: readonly (readonly ['TEN' | 'DN' | 'DIA_CHI', RegExp])[] = [
  ['DN', enterprise],
  ['DN', foreignEnterprise],
  ['DIA_CHI', street],
  ['DIA_CHI', streetInLetters],
  ['DIA_CHI', house],
  ['TEN', addressed],
  ['TEN', family],
];

/** Names by their folded words, so that a text is looked through once however many names there are. */
export interface NameList {
  /** Two words and more, folded and with one blank between them. */
  folded: ReadonlySet<string>;
  /** Names of one word, as they are written. */
  single: ReadonlySet<string>;
}

export function nameListOf(names: Iterable<string>): NameList {
  const folded = new Set<string>();
  const single = new Set<string>();
  for (const name of names) {
    const plain = name.normalize('NFC').trim();
    for (const each of new Set([plain, plain.replace(legalForms, '')])) {
      const words = wordsIn(fold(each)).map(({ word }) => word);
      if (words.length > 1) folded.add(words.join(' '));
      else if (each.length > 1) single.add(each);
    }
  }
  return { folded, single };
}

const legalForms =
  /^(?:công ty|cong ty|cty|doanh nghiệp tư nhân|tổng công ty|hợp tác xã|chi nhánh)(?:\s+(?:tnhh|cp|cổ phần|mtv|một thành viên|tm|dv|xnk|sx|liên doanh|thương mại|dịch vụ))*\s+/iu;

// The longest name of an enterprise has more words; its beginning then is a name by its form.
const mostWords = 12;

/**
 * Hides the names of the lists: typed with and without marks and in any case, an enterprise also without its legal form.
 * One word alone is hidden only as it is written in the name: "mai" is tomorrow and "Mai" a person.
 */
export function hideKnownNames(text: string, lists: readonly NameList[], hide: (found: string) => string): string {
  const folded = fold(text);
  // Folding keeps one letter for one letter of NFC, so places agree; where it does not, the text is looked for as it is.
  const words = wordsIn(folded.length === text.length ? folded : text.toLowerCase());
  let result = '';
  let done = 0;
  for (let first = 0; first < words.length; ) {
    const last = endOfName(text, words, first, lists);
    const [from, until] = [words[first]?.from ?? 0, last === null ? 0 : (words[last]?.until ?? 0)];
    if (last === null) {
      first += 1;
      continue;
    }
    result += text.slice(done, from) + hide(text.slice(from, until));
    done = until;
    first = last + 1;
  }
  return result + text.slice(done);
}

/** The place of the last word of the longest name that begins here; null where none does. */
function endOfName(text: string, words: readonly Word[], first: number, lists: readonly NameList[]): number | null {
  for (let last = Math.min(first + mostWords, words.length) - 1; last > first; last -= 1) {
    const name = words
      .slice(first, last + 1)
      .map(({ word }) => word)
      .join(' ');
    if (lists.some((list) => list.folded.has(name))) return last;
  }
  const only = words[first];
  const written = only === undefined ? '' : text.slice(only.from, only.until);
  return lists.some(({ single }) => single.has(written)) ? first : null;
}

interface Word {
  word: string;
  from: number;
  until: number;
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word,
    from: index,
    until: index + word.length,
  }));
}
