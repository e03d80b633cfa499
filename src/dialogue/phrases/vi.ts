import type { ChannelName } from '../../channel/port.ts';
import { sayDuration } from '../../rules/working-time/say-duration.ts';
import { sayInstant, sayOnDate, sayWhen } from '../../rules/working-time/say-when.ts';
import type { CardFacts, CaseLine, CaseView, NoticeOf, OfficerNoticeFacts, Raised, Receipt } from './facts.ts';
import { linkingVi } from './linking.vi.ts';

const language = 'vi' as const;
const minute = 60_000;

function when(dueAt: Date, now: Date, zone: string): string {
  return sayWhen(dueAt, now, zone, language);
}

function known(value: string | null): string {
  return value ?? 'chưa rõ';
}

const channelLabels: Record<ChannelName, string> = {
  telegram: 'Telegram',
  zalo: 'Zalo OA',
  zaloBot: 'Zalo Bot',
  webchat: 'Chat trên trang',
};

/** Everything the bot says in Vietnamese. `en.ts` says the same things and the compiler compares the two. */
export const vi = {
  language,

  consentVersion: '2026-11-22.vi',
  greeting: [
    'Kính chào Quý doanh nghiệp! Đây là *Đồng Hành*, trợ lý tự động (không phải người) của Hải quan khu vực III. Cán bộ hải quan sẽ trực tiếp trả lời vướng mắc của anh/chị tại đây.',
    '',
    '*Trước khi bắt đầu, xin anh/chị cho biết ý kiến:*',
    '• Chúng tôi lưu: mã cuộc trò chuyện, tên hiển thị, tin nhắn và tệp anh/chị gửi.',
    '• Để làm gì: tiếp nhận, trả lời và theo dõi thời hạn vướng mắc; chỉ cán bộ được giao mới đọc được.',
    '• Anh/chị có thể đổi ý bất cứ lúc nào bằng lệnh /dongy.',
    '',
    'Anh/chị có đồng ý không? (Nếu không, anh/chị vẫn xem được các mục hướng dẫn.)',
  ].join('\n'),
  agree: 'Đồng ý',
  decline: 'Không đồng ý',
  consentGiven: 'Cảm ơn anh/chị đã đồng ý.',
  consentDeclined:
    'Dạ vâng, chúng tôi sẽ không lưu thông tin của anh/chị; tin nhắn vừa gửi được xóa trong vòng 24 giờ. Anh/chị vẫn có thể xem các mục bên dưới. Khi cần gửi vướng mắc, anh/chị bấm *Đồng ý* hoặc gõ /dongy.',
  consentFirst: 'Để gửi vướng mắc, chúng tôi cần lưu nội dung anh/chị gửi. Anh/chị có đồng ý không?',

  menu: 'Anh/chị cần hỗ trợ việc gì? Có thể bấm nút hoặc nhắn thẳng nội dung vướng mắc.',
  menuIssue: 'Gửi vướng mắc',
  menuCases: 'Hồ sơ của tôi',
  menuRate: 'Đánh giá',
  menuLookUp: 'Tra cứu phụ lục',
  menuOfficer: 'Gặp cán bộ',
  menuLanguage: 'Ngôn ngữ / Language',
  back: 'Về menu',
  thanks: 'Dạ, không có gì ạ. Khi cần, anh/chị cứ nhắn tại đây.',
  chooseLanguage: 'Anh/chị muốn dùng ngôn ngữ nào? / Which language would you like?',
  languageSet: 'Từ bây giờ trợ lý sẽ nói tiếng Việt.',
  notUnderstood:
    'Xin lỗi, tôi chưa hiểu rõ ý anh/chị. Nếu đây là vướng mắc cần cán bộ trả lời, anh/chị bấm *Gửi cho cán bộ*; hoặc chọn một mục bên dưới.',
  sendAsIssue: 'Gửi cho cán bộ',
  unsupported: (what: string) =>
    `Tôi nhận được ${what} nhưng chưa đọc được loại tin này. Anh/chị vui lòng gửi bằng chữ, ảnh hoặc tệp giúp.`,
  forgedChoice: '[nút không còn dùng được]',
  choiceGone: 'Nút này không còn dùng được. Anh/chị chọn lại giúp trong menu bên dưới.',
  choiceGoneShort: 'Nút này không còn dùng được.',
  filesTooLarge: (names: readonly string[], limitMegabytes: number, hasWords: boolean) =>
    [
      `Rất tiếc, ${names.map((name) => `“${name}”`).join(', ')} lớn hơn ${limitMegabytes} MB nên ứng dụng nhắn tin không chuyển được cho chúng tôi. Anh/chị gửi lại giúp bằng một trong các cách:`,
      `• tách tệp thành nhiều phần, mỗi phần dưới ${limitMegabytes} MB;`,
      '• chụp ảnh trang cần xem;',
      '• nén lại, hoặc lưu ở định dạng nhẹ hơn (ví dụ PDF).',
      ...(hasWords ? ['Phần chữ anh/chị gửi kèm đã được giữ lại và vẫn được xử lý như bình thường.'] : []),
    ].join('\n'),
  askPhone:
    'Để cán bộ gọi lại khi cần và để xác minh doanh nghiệp, anh/chị bấm nút *Gửi số điện thoại* bên dưới. Chúng tôi chỉ dùng số này vào hai việc đó.',
  phoneKept: (phone: string) =>
    `Đã ghi nhận số điện thoại của anh/chị: *${phone}*. Khi đổi số, anh/chị gõ /sodienthoai để gửi lại.`,
  phoneIsAClaim: (phone: string) =>
    `Đã lưu số *${phone}*. Đây không phải số của chính tài khoản này nên chưa dùng để xác minh được; để xác minh, anh/chị gõ /sodienthoai.`,
  phoneNotHere:
    'Tại đây chưa xác nhận được số điện thoại. Nếu cần cán bộ gọi lại, anh/chị ghi số trong nội dung vướng mắc giúp.',
  detailNoted: 'Đã lưu.',
  groupNotice:
    'Xin chào. Để giữ kín thông tin của doanh nghiệp, tôi không trao đổi trong nhóm. Anh/chị vui lòng nhắn riêng cho tôi; mỗi vướng mắc sẽ có mã số, người phụ trách và thời hạn trả lời.',
  unhandled: '[tin nhắn chưa xử lý được]',
  failed:
    'Xin lỗi, hệ thống gặp trục trặc khi xử lý tin nhắn vừa rồi. Tin đã được giữ lại để cán bộ kỹ thuật kiểm tra; anh/chị có thể gửi lại hoặc gọi 19009299.',
  left: 'Đã hủy. Nội dung đang nhập không được gửi đi.',
  nothingToLeave: 'Hiện không có biểu mẫu nào đang mở.',

  askDescription:
    'Anh/chị mô tả giúp vướng mắc: việc gì đang xảy ra, số tờ khai, đơn vị hải quan. Có thể gửi kèm ảnh hoặc tệp. Gõ *hủy* để thôi.',
  askQuestion: 'Anh/chị muốn hỏi cán bộ điều gì? Nhắn nội dung tại đây, cán bộ trực sẽ trả lời. Gõ *hủy* để thôi.',
  askReport:
    'Anh/chị mô tả giúp sự việc: khi nào, ở đâu, ai, việc gì. Nội dung này *chỉ bộ phận kiểm tra nội bộ đọc được*. Gõ *hủy* để thôi.',
  filesReceived: (count: number) => `Đã nhận ${count} tệp.`,
  reportNotice:
    'Lưu ý: tin nhắn này là *phản ánh*, không thay cho đơn khiếu nại (90 ngày kể từ ngày biết quyết định, hành vi – Luật Khiếu nại, Điều 9) hay đơn tố cáo (đơn ký tên hoặc trình bày trực tiếp – Luật Tố cáo, Điều 22).',

  card: (facts: CardFacts) =>
    [
      facts.kind === 'report' ? '*Phiếu phản ánh* (chỉ kiểm tra nội bộ đọc)' : '*Phiếu vướng mắc*',
      ...(facts.enterpriseName === null ? [] : [`• Doanh nghiệp: ${facts.enterpriseName}`]),
      `• Nội dung: ${facts.description === '' ? 'chưa có' : facts.description}`,
      `• Số tờ khai: ${known(facts.declarationNo)}`,
      `• Đơn vị hải quan: ${facts.officeIsAmbiguous ? 'cần chọn (cảng khu vực 3 hay toàn khu vực III?)' : known(facts.officeName)}`,
      ...(facts.kind === 'report'
        ? []
        : [
            `• Loại việc: ${known(facts.categoryLabel)}`,
            `• Khẩn: ${facts.urgent ? `có – ${facts.urgentBecause ?? 'hàng đang dừng tại cảng'}` : 'không'}`,
          ]),
      ...(facts.fileCount > 0 ? [`• Tệp kèm: ${facts.fileCount}`] : []),
      '',
      `Nơi trả lời: ${facts.unitName}.`,
      ...(facts.dueAt === null
        ? undetermined(facts.minutes)
        : [
            `Nếu gửi bây giờ, hẹn trả lời *${when(facts.dueAt, facts.now, facts.zone)}* (${sayDuration(facts.minutes * minute, language)}).`,
          ]),
      '',
      'Anh/chị kiểm tra giúp: bấm *Gửi*, hoặc bấm mục cần sửa, hoặc nhắn thêm nội dung.',
    ].join('\n'),
  cardSend: 'Gửi',
  cardDescription: 'Sửa nội dung',
  cardDeclaration: 'Số tờ khai',
  cardOffice: 'Đơn vị',
  cardCategory: 'Loại việc',
  cardUrgent: 'Đánh dấu khẩn',
  cardNotUrgent: 'Bỏ khẩn',
  cardIsIssue: 'Tôi chỉ hỏi về vướng mắc',
  cardLeave: 'Hủy',
  askFor: {
    description: 'Anh/chị nhắn lại toàn bộ nội dung vướng mắc.',
    declaration: 'Anh/chị nhắn số tờ khai (12 chữ số).',
    office: 'Anh/chị chọn hoặc nhắn tên đơn vị hải quan.',
    category: 'Anh/chị chọn loại việc gần nhất.',
  },
  notADeclaration:
    'Số tờ khai gồm 12 chữ số, bắt đầu bằng 1 (nhập khẩu), 3 (xuất khẩu) hoặc 5 (vận chuyển). Anh/chị kiểm tra lại giúp, hoặc bấm *Bỏ qua*.',
  officeIsAmbiguous:
    '“Khu vực 3” có thể là Hải quan cảng Hải Phòng khu vực 3 hoặc toàn Hải quan khu vực III. Anh/chị chọn giúp.',
  wholeRegion: 'Toàn khu vực III',
  notAnOffice: 'Tôi chưa nhận ra đơn vị này. Anh/chị chọn trong danh sách giúp.',
  skip: 'Bỏ qua',
  otherCategories: 'Loại khác…',
  descriptionMissing: 'Anh/chị cho biết nội dung vướng mắc trước khi gửi giúp.',

  receipt: (facts: Receipt) =>
    [
      `Đã ghi nhận ${facts.kind === 'report' ? 'phản ánh' : 'vướng mắc'} của Quý doanh nghiệp.`,
      '',
      `Mã vụ việc: *${facts.reference}*`,
      ...(facts.enterpriseName === null ? [] : [`Doanh nghiệp: ${facts.enterpriseName}`]),
      ...(facts.kind === 'report'
        ? ['Người đọc: bộ phận kiểm tra nội bộ, không qua công chức được nêu tên.']
        : [
            `Người phụ trách: ${facts.officer === null ? `cán bộ trực, ${facts.unitName}` : `${facts.officer.title} ${facts.officer.name}, ${facts.unitName}`}`,
          ]),
      ...(facts.dueAt === null
        ? undetermined(facts.minutes)
        : [
            `Hẹn trả lời: *${when(facts.dueAt, facts.now, facts.zone)}* (${sayDuration(facts.minutes * minute, language)})`,
          ]),
      '',
      'Quá hẹn mà chưa trả lời, vụ việc tự chuyển lên cấp trên và chúng tôi sẽ báo anh/chị. Trả lời tin này để bổ sung nội dung hoặc tệp.',
      ...(facts.isVerified
        ? []
        : [
            `Anh/chị chưa liên kết doanh nghiệp nên vụ việc được ghi là *chưa xác minh*.${facts.kind === 'report' ? '' : ` ${linkingVi.howToVerify}`}`,
          ]),
    ].join('\n'),

  noCases: 'Anh/chị chưa có vụ việc nào tại đây.',
  cases: (lines: readonly CaseLine[], now: Date, zone: string) =>
    [
      '*Hồ sơ của anh/chị*',
      ...lines.map((line) => `• ${caseLine(line, now, zone)}`),
      '',
      'Chọn một vụ việc để xem.',
    ].join('\n'),
  older: 'Cũ hơn',
  caseView: (view: CaseView, now: Date, zone: string) =>
    [
      `*${view.reference}* – ${stateNames[view.state]}`,
      ...(view.openedBy === null ? [] : [`Người gửi: ${view.openedBy}`]),
      `Nội dung: ${view.description}`,
      `Phụ trách: ${view.responsible}`,
      ...(view.dueAt === null || view.state !== 'open' ? [] : [dueLine(view.dueAt, now, zone)]),
      ...(view.lastReply === null
        ? ['Chưa có trả lời.']
        : [`Trả lời gần nhất (${sayInstant(view.lastReply.at, now, zone, language)}): ${view.lastReply.text}`]),
    ].join('\n'),
  addToCase: 'Bổ sung',
  solved: 'Đã giải quyết',
  notSolved: 'Chưa giải quyết',
  askForHigher: 'Yêu cầu cấp trên xem lại',
  raised: (raised: Raised, now: Date, zone: string) =>
    [
      `Đã chuyển *${raised.reference}* lên ${raised.nowWith === '' ? 'cấp trên' : raised.nowWith} theo yêu cầu của Quý doanh nghiệp.`,
      ...(raised.dueAt === null ? [] : [`Hẹn trả lời: *${when(raised.dueAt, now, zone)}*.`]),
      'Anh/chị nhắn thêm điều chưa hài lòng về câu trả lời giúp.',
    ].join('\n'),
  notRaised: {
    notAnsweredAtThisLevel: (reference: string) =>
      `Cấp đang giữ *${reference}* chưa trả lời, nên chưa chuyển lên theo yêu cầu được. Quá hẹn mà chưa trả lời, vụ việc tự chuyển lên cấp trên.`,
    alreadyAskedAtThisLevel: (reference: string) =>
      `*${reference}* đã được chuyển lên theo yêu cầu của anh/chị và cấp này chưa trả lời. Mỗi cấp được yêu cầu một lần, sau khi cấp đó trả lời.`,
    alreadyAtTheTop: (reference: string) =>
      `*${reference}* đang ở cấp cao nhất. Nếu không đồng ý với trả lời, anh/chị vẫn có quyền khiếu nại theo luật.`,
    caseIsClosed: (reference: string) =>
      `Vụ việc *${reference}* đã đóng. Nếu việc chưa xong, anh/chị bấm *Chưa giải quyết* để mở lại.`,
  },
  noSuchCase: 'Không tìm thấy vụ việc này trong hồ sơ của anh/chị.',
  addNow: (reference: string) => `Anh/chị gửi nội dung hoặc tệp cần bổ sung cho *${reference}*. Gõ *hủy* để thôi.`,
  added: (reference: string) => `Đã bổ sung vào *${reference}* và báo cán bộ phụ trách.`,
  closedCannotAdd: (reference: string) =>
    `Vụ việc *${reference}* đã đóng. Nếu việc chưa xong, anh/chị bấm *Chưa giải quyết* để mở lại.`,
  whichCase: 'Tin này thuộc vụ việc nào ạ?',
  newIssue: 'Vướng mắc mới',
  thanksForConfirming: (reference: string) => `Cảm ơn Quý doanh nghiệp đã xác nhận. Vụ việc *${reference}* đã đóng.`,
  goesOn: (reference: string) =>
    `Chúng tôi đã ghi nhận việc chưa xong và báo lại cán bộ phụ trách *${reference}*. Anh/chị nhắn thêm điều còn vướng giúp.`,
  tooLateToReopen: (reference: string) =>
    `Vụ việc *${reference}* đã quá 7 ngày làm việc kể từ khi đóng nên không mở lại được. Anh/chị gửi vướng mắc mới giúp.`,
  notNow: (reference: string) => `Vụ việc *${reference}* hiện không ở bước này.`,

  notices: {
    officerReplied: (notice: NoticeOf<'officerReplied'>) =>
      [
        `*Trả lời ${notice.reference}*`,
        notice.text,
        '',
        `– ${notice.officerTitle}, ${notice.unitName}`,
        ...(notice.asks ? ['', 'Cán bộ đang chờ anh/chị bổ sung. Anh/chị trả lời ngay tại tin này giúp.'] : []),
      ].join('\n'),
    resolved: (notice: NoticeOf<'resolved'>) =>
      [
        `*Trả lời ${notice.reference}*`,
        ...(notice.text === null ? ['Cán bộ cho biết vướng mắc đã được giải quyết.'] : [notice.text]),
        '',
        `– ${notice.officerTitle}, ${notice.unitName}`,
        '',
        `Vướng mắc của Quý doanh nghiệp đã được giải quyết chưa ạ? Sau ${notice.silenceDays} ngày làm việc không có phản hồi, vụ việc sẽ tự đóng.`,
      ].join('\n'),
    promiseBroken: (notice: NoticeOf<'promiseBroken'>, now: Date, zone: string) =>
      [
        `*Xin lỗi Quý doanh nghiệp* – ${notice.reference}`,
        `Chúng tôi đã hẹn trả lời ${when(notice.brokenDueAt, now, zone)} nhưng chưa thực hiện được.`,
        `Vụ việc đã được chuyển lên ${notice.nowWith === '' ? 'cấp trên' : notice.nowWith}.`,
        ...(notice.newDueAt === null ? [] : [`Hẹn lại: *${when(notice.newDueAt, now, zone)}*.`]),
      ].join('\n'),
    handedOver: (notice: NoticeOf<'handedOver'>) =>
      `Vụ việc *${notice.reference}* đã được chuyển đến ${notice.unitName} để xử lý tiếp.`,
    transferred: (notice: NoticeOf<'transferred'>, now: Date, zone: string) =>
      [
        `Vụ việc *${notice.reference}* đã được chuyển đến ${notice.unitName} để xử lý tiếp. Anh/chị không phải gửi lại hồ sơ.`,
        ...(notice.dueAt === null ? [] : [`Hẹn: *${when(notice.dueAt, now, zone)}*.`]),
      ].join('\n'),
    raisedByOfficer: (notice: NoticeOf<'raisedByOfficer'>, now: Date, zone: string) =>
      [
        `Vụ việc *${notice.reference}* vượt thẩm quyền của người đang xử lý và đã được chuyển lên ${notice.nowWith === '' ? 'cấp trên' : notice.nowWith}.`,
        ...(notice.newDueAt === null ? [] : [`Hẹn trả lời: *${when(notice.newDueAt, now, zone)}*.`]),
      ].join('\n'),
    resultAwaited: (notice: NoticeOf<'resultAwaited'>) =>
      `Vụ việc *${notice.reference}* đang chờ kết quả từ ${notice.from}. Có kết quả, chúng tôi sẽ xử lý tiếp và báo anh/chị.`,
    interim: (notice: NoticeOf<'interim'>, now: Date, zone: string) =>
      [
        `*Xin lỗi và hẹn lại* – ${notice.reference}`,
        notice.text,
        `Hẹn lại: *${when(notice.newDueAt, now, zone)}*.`,
        '',
        `– ${notice.officerTitle}, ${notice.unitName}`,
      ].join('\n'),
    merged: (notice: NoticeOf<'merged'>) =>
      `Vụ việc *${notice.reference}* trùng nội dung với *${notice.into}* và được giải quyết chung ở đó, theo thời hạn của *${notice.into}*. Nội dung đã gửi vẫn được giữ.`,
    closedBySilence: (notice: NoticeOf<'closedBySilence'>) =>
      `Vụ việc *${notice.reference}* đã đóng vì chưa nhận được phản hồi. Nếu việc chưa xong, anh/chị có thể mở lại trong ${notice.reopenDays} ngày làm việc.`,
  },

  // An officer may read an alert days later in the console, so its times are dates and never "today".
  officer: {
    calendarYearMissing: (year: number) =>
      `*Chưa có lịch làm việc năm ${year}*\nĐã có vụ việc mà thời hạn rơi vào năm ${year} nên chưa xác định được hạn. Anh/chị vui lòng nạp và duyệt lịch nghỉ năm ${year}; khi lịch được duyệt, hạn của các vụ việc được tính ngay.`,
    accountTrouble: ({ channel, state, whatToDo }: { channel: ChannelName; state: string; whatToDo: string }) =>
      `*${channelLabels[channel]}: ${state === 'broken' ? 'đang ngừng hoạt động' : 'sắp có sự cố'}*\n${whatToDo}`,
    accountWorks: ({ channel }: { channel: ChannelName }) => `*${channelLabels[channel]}* đã hoạt động trở lại.`,
    assigned: (facts: OfficerNoticeFacts<'assigned'>) => `*Vụ việc mới* ${gist(facts)}${dueTail(facts.dueAt, facts)}`,
    nobodyEligible: (facts: OfficerNoticeFacts<'nobodyEligible'>) =>
      `*Chưa có ai nhận được* ${gist(facts)}${dueTail(facts.dueAt, facts)}\nVụ việc đang ở hàng chờ, anh/chị vui lòng phân công.`,
    liftAsked: (facts: OfficerNoticeFacts<'liftAsked'>) =>
      `*Đề nghị bỏ loại trừ* ${gist(facts)}\nCho ${facts.officerName} được xem và xử lý lại, lý do: ${facts.because}. Cần anh/chị phê duyệt.`,
    reminder: (facts: OfficerNoticeFacts<'reminder'>) => `*Sắp đến hạn* ${gist(facts)}${dueTail(facts.dueAt, facts)}`,
    asked: (facts: OfficerNoticeFacts<'asked'>) =>
      `*Lời nhắc của anh/chị* ${gist(facts)}${facts.note === null ? '' : `\nGhi nhớ: ${facts.note}`}${dueTail(facts.dueAt, facts)}`,
    raised: (facts: OfficerNoticeFacts<'raised'>) =>
      [
        facts.isNewOwner
          ? `*Quá hạn, chuyển lên anh/chị (cấp ${facts.level})*`
          : `*Quá hạn, đã chuyển lên cấp ${facts.level}*`,
        gist(facts),
        `Hạn đã lỡ: ${sayOnDate(facts.brokenDueAt, facts.now, facts.zone)}.`,
        ...(facts.newDueAt === null ? [] : [`Hạn mới: ${sayOnDate(facts.newDueAt, facts.now, facts.zone)}.`]),
      ].join('\n'),
    passedUp: (facts: OfficerNoticeFacts<'passedUp'>) =>
      [
        facts.isNewOwner ? `*Chuyển lên anh/chị (cấp ${facts.level})*` : `*Đã chuyển lên cấp ${facts.level}*`,
        gist(facts),
        facts.because === 'officer'
          ? `Lý do: ${facts.reason ?? ''}`
          : 'Doanh nghiệp chưa hài lòng với câu trả lời và yêu cầu cấp trên xem lại.',
        ...(facts.newDueAt === null ? [] : [`Hạn trả lời: ${when(facts.newDueAt, facts.now, facts.zone)}.`]),
      ].join('\n'),
    managerTold: (facts: OfficerNoticeFacts<'managerTold'>) =>
      `*${facts.clock === 'acknowledge' ? 'Chưa ai nhận' : 'Quá hạn giải quyết'}* ${gist(facts)}\nHạn đã lỡ: ${sayOnDate(facts.brokenDueAt, facts.now, facts.zone)}.`,
    unacknowledged: (facts: OfficerNoticeFacts<'unacknowledged'>) =>
      `*Cảnh báo chưa ai xác nhận* ${gist(facts)}\nĐã báo ${facts.firstToldName} nhưng chưa có phản hồi.`,
    message: (facts: OfficerNoticeFacts<'message'>) => `*Doanh nghiệp nhắn thêm* ${gist(facts)}\n“${facts.text}”`,
  },
};

const stateNames = {
  open: 'đang xử lý',
  awaitingEnterprise: 'chờ anh/chị bổ sung',
  awaitingResult: 'chờ kết quả chuyên ngành',
  resolved: 'đã trả lời, chờ anh/chị xác nhận',
  closed: 'đã đóng',
  merged: 'đã gộp',
};

function caseLine(line: CaseLine, now: Date, zone: string): string {
  const due = line.dueAt !== null && line.state === 'open' ? `, ${dueLine(line.dueAt, now, zone).toLowerCase()}` : '';
  const from = line.openedBy === null ? '' : ` (${line.openedBy} gửi)`;
  return `*${line.reference}* – ${stateNames[line.state]}${due}${from}`;
}

// Promised, but in a year whose calendar is not approved: the amount is said, the date is not made up.
function undetermined(minutes: number): string[] {
  if (minutes === 0) return [];
  return [
    `Thời gian trả lời: ${sayDuration(minutes * minute, language)}. Ngày giờ cụ thể chưa xác định được vì lịch làm việc năm tới chưa được duyệt.`,
  ];
}

function dueLine(dueAt: Date, now: Date, zone: string): string {
  return dueAt.getTime() < now.getTime()
    ? `Quá hẹn từ ${sayInstant(dueAt, now, zone, language)}`
    : `Hẹn trả lời ${when(dueAt, now, zone)}`;
}

function gist(facts: { reference: string; enterprise: string; description: string }): string {
  return `${facts.reference}\n${facts.enterprise}: ${facts.description}`;
}

function dueTail(dueAt: Date | null, facts: { now: Date; zone: string }): string {
  return dueAt === null ? '' : `\nHạn trả lời: ${sayOnDate(dueAt, facts.now, facts.zone)}.`;
}
