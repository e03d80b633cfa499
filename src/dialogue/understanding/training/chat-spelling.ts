import { fold } from '../../../rules/identity/fold.ts';
import { oneOf, type Random } from './random.ts';

// Full form = what people type instead. A few stand for themselves as well: nobody shortens everything.
const table = `
báo cáo quyết toán = bcqt
kiểm tra sau thông quan = ktstq | kt stq
kiểm tra chuyên ngành = ktcn
an toàn thực phẩm = attp
doanh nghiệp chế xuất = dncx
sản xuất xuất khẩu = sxxk
kho ngoại quan = knq
khu vực giám sát = kvgs
vận chuyển độc lập = vcdl | vc độc lập
tạm nhập tái xuất = tntx
nguyên vật liệu = nvl
mã số thuế = mst
số điện thoại = sdt | sđt
như thế nào = ntn | thế lào
khai bổ sung = khbs | khai bs
làm thế nào = lm tn | ntn
một cửa quốc gia = nsw | 1 cửa
xuất nhập khẩu = xnk
tại sao = ts | sao
bao nhiêu = bn | bnhiu | bao nhiu
bao lâu = bl | bao lau
bao giờ = bh | bgio | bao h
bây giờ = h | bh | bjo
doanh nghiệp = dn
công chức = cc | c/c
tờ khai = tk | tkhai | tờ kh
hải quan = hq | hquan | hải qan
công ty = cty | cti
thông quan = tq | tquan
kiểm hóa = kiem hoa | khóa kiểm | kiểm hoá
kiểm tra = ktra | kt | ktr
hồ sơ = hs | hso | hsơ
chứng từ = ctu | ct | ctừ
giấy phép = gp | gphép
nhập khẩu = nk
xuất khẩu = xk
hợp đồng = hđ | hd
hóa đơn = hđơn | hoá đơn
hệ thống = ht | hthong
phần mềm = pm
gia công = gc
nguyên liệu = nl | npl
giám sát = gs | giam sat
cán bộ = cb | cbo
lãnh đạo = ld | lđạo
nhân viên = nv
phụ lục = pl
phản ánh = pa | fản ánh
vướng mắc = vm | vmắc
đánh giá = đg | dg | đgiá
hài lòng = hl | hài lòg
bình thường = bt | bth | bthg
trả lời = tl | rep | tlời
giải quyết = gq
xử lý = xl | xly | xử lí
yêu cầu = yc
quyết định = qđ | qd
kết quả = kq
thông báo = tb
giải trình = gtrinh
liên hệ = lh | lhệ
hướng dẫn = hd | hdẫn
đăng ký = đk | dky | đki
bổ sung = bs | bsung
phân loại = p loại | phân lọai
container = cont
công văn = cv
hôm nay = hnay | hn
hôm qua = hqua | hwa
thứ bảy = t7
chủ nhật = cn
cảm ơn = tks | thanks | cmon | camon
không = ko | k | hok | kh | kg | khong
được = dc | đc | dk | đựơc
chưa = ch | chx
rồi = r | rùi | roài
vậy = z | v | zậy
với = vs | vớ
gì = j | gì z
nhiều = nhìu | nhieu
phải = p | fải | fai
người = ng | ngta
trước = trc | trk
làm = lm | làm
anh chị = ac | a/c | anh chj
em = e
anh = a
chị = c
mình = mk | mik
quá = wa | qá
giờ = h
cũng = cx | cg
ạ = a | ah | ạh
nhé = nha | nhá
giúp = jup | júp | giup
triệu = tr | củ
biết = bit | bik
luôn = lun
thôi = thoy | thui
muốn = mún
nào = nèo | nào
`;

const shortForms = table
  .trim()
  .split('\n')
  .map((line) => {
    const [full = '', shorts = ''] = line.split(' = ');
    return { whole: new RegExp(String.raw`(?<!\p{L})${full}(?!\p{L})`, 'giu'), shorts: shorts.split(' | ') };
  });

/** The text as it is thumbed into a chat: about two words in three that have a short form get one. */
export function inChatSpelling(text: string, random: Random): string {
  const short = shortForms.reduce(
    (written, { whole, shorts }) => written.replace(whole, (full) => (random() < 0.65 ? oneOf(shorts, random) : full)),
    text.toLowerCase(),
  );
  return random() < 0.7 ? short.replace(/[.?!]/g, '') : short;
}

/** The text without Vietnamese marks, capitals kept as they were. */
export function withoutMarks(text: string): string {
  return [...text.normalize('NFC')].map(bare).join('');
}

function bare(letter: string): string {
  const folded = fold(letter);
  return letter === letter.toLowerCase() ? folded : folded.toUpperCase();
}

const toneKeys: Readonly<Record<string, string>> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};
const shapeKeys: Readonly<Record<string, string>> = { '\u0306': 'w', '\u031b': 'w' };

/** A word with the keys that would have made its marks: "hải" is typed "hair". */
export function asTelexKeys(word: string): string {
  let tone = '';
  let letters = '';
  for (const sign of word.normalize('NFD').replaceAll('đ', 'dd').replaceAll('Đ', 'Dd')) {
    if (sign in toneKeys) tone = toneKeys[sign] ?? '';
    else if (sign in shapeKeys) letters += shapeKeys[sign];
    else if (sign === '\u0302') letters += letters.at(-1) ?? '';
    else letters += sign;
  }
  return letters + tone;
}

/** Slips of the thumb in about one word in eight: letters swapped, lost or doubled, a space lost, telex keys left over. */
export function withSlips(text: string, random: Random): string {
  return text
    .split(' ')
    .map((word) => (random() < 0.13 && /^\p{L}{3,}$/u.test(word) ? slip(word, random) : word))
    .join(' ')
    .replace(/(?<=\p{L}) (?=\p{L})/gu, () => (random() < 0.02 ? '' : ' '));
}

function slip(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  switch (Math.floor(random() * 4)) {
    case 0:
      return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
    case 1:
      return word.slice(0, at) + word.slice(at + 1);
    case 2:
      return word.slice(0, at) + (word[at] ?? '') + word.slice(at);
    default:
      return asTelexKeys(word);
  }
}
