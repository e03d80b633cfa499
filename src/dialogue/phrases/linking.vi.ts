import type { ContactNotice } from '../../desk/notices.ts';
import type { ContactRole, Represented } from '../../rules/linking/represented.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { sayInstant } from '../../rules/working-time/say-when.ts';

type NoticeOf<Kind extends ContactNotice['kind']> = Extract<ContactNotice, { kind: Kind }>;

const roles: Record<ContactRole, string> = {
  owner: 'người quản lý',
  staff: 'nhân viên',
  broker: 'đại lý hải quan',
};

/** What the bot says about who speaks for which enterprise. `linking.en.ts` says the same. */
export const linkingVi = {
  roles,
  howToVerify: 'Để xác minh doanh nghiệp, anh/chị nhập mã in trên thư của Hải quan hoặc bấm nút bên dưới.',
  verify: 'Xác minh doanh nghiệp',
  ways: (canVouch: boolean) =>
    [
      '*Xác minh doanh nghiệp* – anh/chị chọn một trong các cách:',
      '• Có thư của Hải quan: nhập mã in trên thư (dạng DN-XXXX-XXXX-XXXX) ngay tại đây, hoặc quét mã QR trên thư.',
      ...(canVouch ? ['• Số điện thoại đã đăng ký với Hải quan: gõ /sodienthoai rồi bấm nút gửi số.'] : []),
      '• Gửi giấy tờ để cán bộ xét: bấm *Xác minh doanh nghiệp* hoặc gõ /xacminh.',
    ].join('\n'),

  linked: (enterprise: string, taxCode: string, role: ContactRole) =>
    [
      `Đã xác minh. Anh/chị đang trao đổi thay mặt *${enterprise}* (MST ${taxCode}) với vai trò ${roles[role]}.`,
      'Vụ việc gửi từ bây giờ được ghi là đã xác minh. Gõ /doanhnghiep để xem, đổi hoặc thôi đại diện.',
    ].join('\n'),
  wrongCode:
    'Mã này không đúng, đã dùng, đã hết hạn hoặc đã bị thu hồi. Anh/chị kiểm tra lại từng ký tự trên thư giúp; nếu vẫn không được, gõ /xacminh để cán bộ xác minh bằng giấy tờ.',
  tooManyCodes: (until: Date, now: Date, zone: string) =>
    `Anh/chị đã nhập sai nhiều lần. Để giữ an toàn cho doanh nghiệp, mã và mã số thuế chỉ được nhận lại từ ${sayInstant(until, now, zone, 'vi')}. Trong lúc chờ, anh/chị vẫn gửi vướng mắc tại đây như thường hoặc gọi 19009299.`,
  officersChat:
    'Cuộc trò chuyện này đang liên kết với tài khoản công chức nên không dùng thay mặt doanh nghiệp được. Mã chưa bị dùng.',
  consentFirst:
    'Để xác minh doanh nghiệp, chúng tôi cần lưu tên hiển thị và cuộc trò chuyện của anh/chị. Anh/chị có đồng ý không? (Mã anh/chị nhập được giữ lại đến khi trả lời.)',

  askTaxCode:
    'Anh/chị nhắn *mã số thuế* của doanh nghiệp (10 số, hoặc 10 số và 3 số của đơn vị phụ thuộc). Gõ *hủy* để thôi.',
  notATaxCode:
    'Mã số thuế gồm 10 chữ số, 13 chữ số (đơn vị phụ thuộc) hoặc 12 chữ số (cá nhân, hộ kinh doanh). Anh/chị nhắn lại giúp.',
  unknownTaxCode: (taxCode: string, hasWrongCheckDigit: boolean) =>
    [
      `Chưa tìm thấy doanh nghiệp có mã số thuế ${taxCode} trong danh sách của Hải quan khu vực III.`,
      hasWrongCheckDigit
        ? 'Chữ số kiểm tra của mã này không khớp, có thể gõ nhầm: anh/chị xem lại và nhắn lại giúp.'
        : 'Anh/chị kiểm tra và nhắn lại giúp.',
      'Chưa xác minh được, anh/chị vẫn gửi vướng mắc như thường: gõ *hủy* rồi nhắn nội dung; vụ việc được ghi là chưa xác minh.',
    ].join(' '),
  representedAlready: (enterprise: string) => `Anh/chị đã được xác minh là người đại diện của *${enterprise}*.`,
  askProof: (taxCode: string, isAsked: boolean) =>
    [
      isAsked
        ? `Yêu cầu xác minh cho mã số thuế ${taxCode} đang chờ cán bộ xét. Anh/chị có thể gửi thêm giấy tờ:`
        : `Mã số thuế ${taxCode}. Để cán bộ xác minh, anh/chị gửi tại đây:`,
      '• ảnh giấy giới thiệu hoặc giấy ủy quyền, hoặc danh thiếp;',
      '• vài dòng cho biết anh/chị làm việc gì cho doanh nghiệp.',
      'Xin *không gửi ảnh căn cước*. Gửi xong, anh/chị bấm *Gửi yêu cầu*.',
    ].join('\n'),
  sendProof: 'Gửi yêu cầu',
  leave: 'Hủy',
  proofMissing: 'Anh/chị gửi ảnh giấy tờ hoặc viết vài dòng trước giúp.',
  proofReceived: (count: number) =>
    `Đã nhận ${count === 1 ? 'tin của anh/chị' : `${count} tin của anh/chị`}. Anh/chị gửi thêm, hoặc bấm *Gửi yêu cầu*.`,
  asked:
    'Đã gửi yêu cầu xác minh đến cán bộ. Có kết quả, chúng tôi báo ngay tại đây. Trong lúc chờ, vướng mắc của anh/chị vẫn được tiếp nhận và ghi là chưa xác minh.',
  addedToRequest: 'Đã bổ sung vào yêu cầu đang chờ xét. Có kết quả, chúng tôi báo ngay tại đây.',

  whichOfPhone: (count: number) =>
    `Số điện thoại này được ${count} doanh nghiệp đăng ký. Anh/chị trao đổi thay mặt doanh nghiệp nào?`,
  allOfThem: 'Tất cả',

  own: (represented: readonly Represented[], present: number | null) =>
    [
      '*Doanh nghiệp của anh/chị*',
      ...represented.map(
        ({ enterpriseId, name, taxCode, role, sharesCases }) =>
          `• ${name} (MST ${taxCode}) – ${roles[role]}${enterpriseId === present ? ', *đang dùng*' : ''}${sharesCases ? '; mọi người cùng xem hồ sơ' : ''}`,
      ),
      '',
      represented.length > 1
        ? 'Chọn doanh nghiệp để dùng cho các tin sau. Vụ việc đã gửi giữ nguyên doanh nghiệp của nó.'
        : 'Ai được xem hồ sơ: mặc định mỗi người chỉ xem hồ sơ do mình gửi.',
    ].join('\n'),
  ownNone: 'Anh/chị chưa liên kết với doanh nghiệp nào.',
  nowFor: (enterprise: string) => `Từ bây giờ anh/chị trao đổi thay mặt *${enterprise}*.`,
  share: 'Cho mọi người cùng xem',
  doNotShare: 'Chỉ xem hồ sơ của mình',
  people: 'Người đại diện',
  quit: 'Thôi đại diện',
  nowShared: (enterprise: string) =>
    `Từ bây giờ những người đại diện của *${enterprise}* cùng xem và bổ sung được hồ sơ của nhau. Phản ánh về cán bộ không bao giờ được chia sẻ.`,
  nowNotShared: (enterprise: string) => `Từ bây giờ mỗi người đại diện của *${enterprise}* chỉ xem hồ sơ do mình gửi.`,
  onlyOwners: 'Chỉ người quản lý của doanh nghiệp đổi được mục này.',
  noSuchEnterprise: 'Không tìm thấy doanh nghiệp này trong danh sách của anh/chị.',
  peopleOf: (
    enterprise: string,
    lines: readonly { name: string | null; role: ContactRole; since: Date }[],
    zone: string,
  ) =>
    [
      `*Người đại diện của ${enterprise}*`,
      ...lines.map(({ name, role, since }) => `• ${name ?? 'chưa rõ tên'} – ${roles[role]}, từ ${dateOf(since, zone)}`),
      '',
      'Chọn một người để thôi quyền đại diện của họ.',
    ].join('\n'),
  unnamed: 'chưa rõ tên',
  surelyRevoke: (name: string, enterprise: string) =>
    `Thôi quyền đại diện *${enterprise}* của *${name}*? Người đó không còn xem được hồ sơ của doanh nghiệp; các vụ việc đang mở được chuyển cho người quản lý.`,
  revoke: 'Thôi quyền',
  revoked: (name: string) => `Đã thôi quyền đại diện của *${name}*.`,
  nobodyElse: (enterprise: string) => `Hiện chỉ có anh/chị đại diện *${enterprise}*.`,
  surelyLeave: (enterprise: string) =>
    `Anh/chị thôi đại diện *${enterprise}*? Các vụ việc đang mở ở lại với doanh nghiệp; anh/chị không xem được nữa và tin nhắn sau này được ghi là chưa xác minh.`,
  whichToLeave: 'Anh/chị thôi đại diện doanh nghiệp nào?',
  left: (enterprise: string) =>
    `Anh/chị đã thôi đại diện *${enterprise}*. Cảm ơn anh/chị đã trao đổi với Hải quan. Khi cần, anh/chị vẫn hỏi và gửi vướng mắc tại đây như thường.`,

  forWhich: 'Việc này là của doanh nghiệp nào ạ?',
  more: 'Xem thêm…',
  notAmongOwn:
    'Tôi chưa nhận ra doanh nghiệp này trong số doanh nghiệp anh/chị đại diện. Anh/chị chọn, hoặc nhắn mã số thuế.',
  cardEnterprise: 'Doanh nghiệp',

  notices: {
    linkApproved: ({ enterprise, role, validUntil }: NoticeOf<'linkApproved'>, zone: string) =>
      [
        `Cán bộ đã xác minh: anh/chị trao đổi thay mặt *${enterprise}* với vai trò ${roles[role]}${validUntil === null ? '' : `, đến hết ngày ${lastDay(validUntil, zone)}`}.`,
        'Vụ việc gửi từ bây giờ được ghi là đã xác minh. Gõ /doanhnghiep để xem.',
      ].join('\n'),
    linkRefused: ({ taxCode, because }: NoticeOf<'linkRefused'>) =>
      [
        `Rất tiếc, yêu cầu xác minh cho mã số thuế ${taxCode} chưa được chấp nhận.`,
        `Lý do: ${because}`,
        'Anh/chị có thể gửi lại giấy tờ bằng /xacminh. Vướng mắc vẫn được tiếp nhận như thường.',
      ].join('\n'),
    linkEnded: ({ enterprise, because, actsFor }: NoticeOf<'linkEnded'>) =>
      [
        because === 'expired'
          ? `Thời hạn đại diện *${enterprise}* của anh/chị đã hết.`
          : `Anh/chị không còn đại diện *${enterprise}* trong hệ thống này.`,
        'Các vụ việc đang mở ở lại với doanh nghiệp. Cảm ơn anh/chị đã trao đổi với Hải quan.',
        actsFor === null
          ? 'Anh/chị vẫn hỏi và gửi vướng mắc tại đây; vụ việc được ghi là chưa xác minh. Nếu có nhầm lẫn, anh/chị gõ /xacminh hoặc gọi 19009299.'
          : `Từ bây giờ anh/chị trao đổi thay mặt *${actsFor}*.`,
      ].join('\n'),
    casesPassedOn: ({ enterprise, references }: NoticeOf<'casesPassedOn'>) =>
      `Người gửi các vụ việc sau đã thôi đại diện *${enterprise}*. Từ bây giờ cán bộ trao đổi với anh/chị về: ${references.join(', ')}. Gõ /hoso để xem.`,
  },
};

function dateOf(instant: Date, zone: string): string {
  return localDate(instant, zone).split('-').toReversed().join('/');
}

function lastDay(until: Date, zone: string): string {
  return dateOf(new Date(until.getTime() - 1), zone);
}
