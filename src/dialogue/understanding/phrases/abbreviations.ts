// What people shorten in chat, written out. One line a word: short forms = full form.
const table = `
tk tkhai tkhq = tờ khai
hq haiquan hquan = hải quan
dn dnghiep dnxk dnnk = doanh nghiệp
cty cti = công ty
ktstq = kiểm tra sau thông quan
stq = sau thông quan
tq tquan = thông quan
xnk = xuất nhập khẩu
nk nkhau = nhập khẩu
xk xkhau = xuất khẩu
nkd = nhập kinh doanh
sxxk = sản xuất xuất khẩu
gcxk gc = gia công
dncx epe = doanh nghiệp chế xuất
bcqt bctq = báo cáo quyết toán
ktcn = kiểm tra chuyên ngành
ktcl = kiểm tra chất lượng
attp vsattp = an toàn thực phẩm
kdtv = kiểm dịch thực vật
kddv kdđv = kiểm dịch động vật
kvgs = khu vực giám sát
knq = kho ngoại quan
tntx = tạm nhập tái xuất
txtn = tạm xuất tái nhập
vcdl vcđl = vận chuyển độc lập
xntc xnktc = xuất nhập khẩu tại chỗ
gtgt = giá trị gia tăng
tgtt tght tghq = trị giá tính thuế
xdtg = xác định trị giá
ctu ctừ ctg chungtu = chứng từ
hso hsơ hoso = hồ sơ
ktra ktr ktt kiemtra = kiểm tra
kiemhoa = kiểm hóa
khbs = khai bổ sung
bsung = bổ sung
cks ckso = chữ ký số
vnacc vnaccs vnac = vnaccs
ht htong hthong = hệ thống
gp gphep = giấy phép
hdong hđ hđồng = hợp đồng
hdon = hóa đơn
hdan hdẫn = hướng dẫn
nvl npl = nguyên vật liệu
đm dm đmức = định mức
hh = hàng hóa
qd qđ = quyết định
kq kqua = kết quả
tb tbao = thông báo
nđ = nghị định
nsw = một cửa quốc gia
mst = mã số thuế
vm vmac = vướng mắc
pa = phản ánh
đg dgia đgiá = đánh giá
pl = phụ lục
cbo cb = cán bộ
ccvc ccuc = công chức
cchuc cc = công chức
đchi đchí = đồng chí
ld lđ ldao = lãnh đạo
cv = chuyên viên
nv nvien = nhân viên
sdt sđt đt dthoai = số điện thoại
lh lhe = liên hệ
lsao = làm sao
ko kô hok hông hong hem hổng k kh khg khôg khum = không
kp = không phải
ch chx = chưa
đc dc dk đk đuoc = được
đkí dki đký dky = đăng ký
bn = bao nhiêu
bnh bnhiu nhiu nhìu nhìeu = nhiều
ntn ntnao = như thế nào
ng = người
ngta = người ta
trc trk = trước
vs vói = với
r rùi rui rồy = rồi
z zậy zay dậy v = vậy
h = giờ
fai fải = phải
bc = báo cáo
nl = nguyên liệu
gs gsát = giám sát
bs = bổ sung
jup júp = giúp
lun = luôn
mún = muốn
xog = xong
zô = vô
j = gì
wa wá = quá
bh bgio = bao giờ
lm = làm
mn mng = mọi người
mk mik mìn = mình
e = em
a = anh
c = chị
ac = anh chị
ad adm admin = quản trị
cx cg = cũng
đag dag = đang
hum = hôm
hqua hqa = hôm qua
hnay hn = hôm nay
nch nc = nói chuyện
tl trl rep = trả lời
gq = giải quyết
xl xly xlý = xử lý
ycau yc = yêu cầu
gtrinh = giải trình
bth bt bthg = bình thường
hl = hài lòng
kt = kiểm tra
thks tks thanks thank thx ths camon cmon cảmơn = cảm ơn
oke oki okie okela okla uk uh ukm okay = ok
hello hi helo alo helu hey = chào
đv đvi = đơn vị
dvt đvt = đơn vị tính
vđ = vận đơn
kk = kê khai
kb kbao = khai báo
`;

/** Short form → full form. Forms that mean different things in different places are in `abbreviationsInContext`. */
export const abbreviations: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [short = '', full = ''] = line.split(' = ');
      return short.split(' ').map((form) => [form, full] as const);
    }),
);

export type Reading = { means: string; afterAny?: ReadonlySet<string>; beforeAny?: ReadonlySet<string> };

const accountBefore = new Set(['đăng', 'nhập', 'nhap', 'khóa', 'khoá', 'cấp', 'cap', 'user', 'mật', 'số', 'so']);
const accountAfter = new Set(['vnaccs', 'ecus', 'ngân', 'ngan', 'đăng', 'dang', 'user', 'bị', 'khóa', 'người']);
const letterOfForm = new Set(['form', 'mẫu', 'mau', 'co', '#co', 'luồng', 'luong', 'mục', 'muc', 'loại', 'loai']);

// The reading that fits its neighbours wins over the table; a form that fits none falls back to the table.
export const abbreviationsInContext: ReadonlyMap<string, readonly Reading[]> = new Map<string, readonly Reading[]>([
  [
    'tk',
    [
      {
        means: 'tài khoản',
        afterAny: new Set([...accountBefore].filter((word) => word.length > 3 && word !== 'mật')),
        beforeAny: accountAfter,
      },
    ],
  ],
  [
    'hs',
    [
      {
        means: 'hs',
        afterAny: new Set(['mã', 'ma', 'code', 'áp', 'số']),
        beforeAny: new Set(['code', '#hs', 'nào', 'nao']),
      },
      {
        means: 'hồ sơ',
        afterAny: new Set(['nộp', 'nop', 'bộ', 'bo', 'gửi', 'gui', 'trả', 'tra', 'kiểm', 'kiem', 'cái', 'các', 'mấy']),
        beforeAny: new Set([
          'bị',
          'bi',
          'của',
          'cua',
          'tờ',
          'to',
          'tk',
          'hq',
          'hoàn',
          'hoan',
          'giấy',
          'gồm',
          'gom',
          'đủ',
          'du',
        ]),
      },
    ],
  ],
  ...['e', 'd', 'a', 'c', 'k', 'b', 'v'].map(
    (letter) => [letter, [{ means: letter, afterAny: letterOfForm }]] as const,
  ),
  [
    'ct',
    [
      {
        means: 'chứng từ',
        afterAny: new Set(['nộp', 'nop', 'đủ', 'du', 'bộ', 'bo', 'các', 'thiếu', 'thieu', 'bổ', 'sung']),
      },
    ],
  ],
  [
    'hd',
    [
      { means: 'hợp đồng', beforeAny: new Set(['gc', 'gia', 'mua', 'ngoại']) },
      { means: 'hóa đơn', beforeAny: new Set(['thương', 'thuong', 'bên', 'ben']) },
    ],
  ],
  ['pl', [{ means: 'pháp luật', afterAny: new Set(['diện', 'dien', 'dd', 'đd']) }]],
  [
    'gap',
    [{ means: 'gấp', afterAny: new Set(['hàng', 'hang', 'rất', 'rat', 'cần', 'can', 'đang', 'dang', 'qua', 'quá']) }],
  ],
]);
