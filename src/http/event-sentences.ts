import type { CaseEvent } from '../rules/case/events.ts';
import type { Actor, ClockKind } from '../rules/case/words.ts';
import { categoryLabels, isCategoryCode } from '../rules/identity/categories.ts';
import { reasonsForRedaction } from '../rules/privacy/redaction.ts';
import { sayInstant } from '../rules/working-time/say-when.ts';

export interface Telling {
  nameOf(officerId: number): string;
  zone: string;
  now: Date;
}

/** The history of a case in Vietnamese, a sentence an event. */
export function eventSentence(event: CaseEvent, telling: Telling): string {
  const { nameOf } = telling;
  switch (event.type) {
    case 'opened':
      return `Mở vụ việc ở cấp ${event.level}${event.urgent ? ', khẩn (hàng dừng tại cảng)' : ''}`;
    case 'assigned':
      return event.officerId === null
        ? 'Chưa có công chức phù hợp, vụ việc nằm trong hàng chờ của đơn vị'
        : `${reasonForAssigning(event.because)} cho ${nameOf(event.officerId)}`;
    case 'taken':
      return `${nameOf(event.officerId)} đã nhận vụ việc`;
    case 'enterpriseWrote':
      return 'Doanh nghiệp gửi thêm thông tin';
    case 'replied':
      return `${
        event.officerId === null
          ? 'Đã soạn trả lời cho doanh nghiệp'
          : `${nameOf(event.officerId)} trả lời doanh nghiệp`
      }${withFiles(event)}`;
    case 'replyDelivered':
      return 'Câu trả lời đã đến doanh nghiệp';
    case 'replyNotDelivered':
      return `Câu trả lời chưa đến được doanh nghiệp (${event.because})`;
    case 'noted':
      return `Thêm ghi chú nội bộ${named(event, telling)}${withFiles(event)}`;
    case 'informationRequested':
      return 'Đề nghị doanh nghiệp bổ sung thông tin, thời hạn giải quyết tạm dừng';
    case 'resultAwaited':
      return `Chờ kết quả từ ${event.from}, thời hạn giải quyết tạm dừng`;
    case 'resultArrived':
      return 'Đã có kết quả, thời hạn giải quyết tính tiếp';
    case 'interimReplied':
      return `Đã xin lỗi và hẹn doanh nghiệp lại ${moment(event.newDueAt, telling)}`;
    case 'clockBroken':
      return `Quá hạn ${clockNames[event.clock]} (hạn ${moment(event.dueAt, telling)})`;
    case 'raised':
      return `Chuyển từ cấp ${event.fromLevel} lên cấp ${event.toLevel} ${reasonsForRaising[event.because]}${event.reason === undefined ? '' : `: ${event.reason}`}`;
    case 'resolved':
      return 'Đã trả lời xong, chờ doanh nghiệp xác nhận';
    case 'notSolved':
      return 'Doanh nghiệp báo chưa được giải quyết';
    case 'closed':
      return `Đóng vụ việc: ${reasonsForClosing[event.because]}`;
    case 'reopened':
      return 'Doanh nghiệp mở lại vụ việc';
    case 'alerted':
      return `Đã báo cho ${nameOf(event.officerId)}`;
    case 'alertAcknowledged':
      return `${nameOf(event.officerId)} xác nhận đã nhận cảnh báo`;
    case 'transferred':
      return `Chuyển đơn vị xử lý (${event.because})`;
    case 'calendarChanged':
      return `Thay lịch làm việc bằng phiên bản ${event.version}`;
    case 'merged':
      return `Gộp vào vụ việc ${event.into}`;
    case 'absorbed':
      return `Nhận gộp vụ việc ${event.from}`;
    case 'checked':
      return checkedSentence(event);
    case 'verified':
      return 'Đã xác minh người gửi đại diện doanh nghiệp';
    case 'labelled':
      return `Gắn nhãn “${event.name}”`;
    case 'unlabelled':
      return `Gỡ nhãn “${event.name}”`;
    case 'exclusionAdded':
      return 'Loại trừ một công chức khỏi vụ việc do xung đột lợi ích';
    case 'exclusionLiftAsked':
      return `Đề nghị bỏ một loại trừ (${event.because}), chờ người thứ hai phê duyệt`;
    case 'exclusionLifted':
      return `Bỏ một loại trừ sau khi hai người đồng ý (${event.because})`;
    case 'redacted':
      return `Gỡ nội dung ${event.messageId === null ? 'mô tả vụ việc' : 'một tin nhắn'} (${reasonsForRedaction[event.because]})`;
  }
}

function withFiles({ files = [] }: { files?: readonly string[] }): string {
  return files.length === 0 ? '' : `, kèm ${files.length} tệp`;
}

function named({ mentioned = [] }: { mentioned?: readonly number[] }, { nameOf }: Telling): string {
  return mentioned.length === 0 ? '' : `, nhắc ${mentioned.map(nameOf).join(', ')}`;
}

/** Who did it, as the history names them. */
export function actorName(by: Actor, { nameOf }: Pick<Telling, 'nameOf'>): string {
  switch (by.kind) {
    case 'officer':
      return nameOf(by.officerId);
    case 'contact':
      return 'Doanh nghiệp';
    case 'apiKey':
      return `Khóa API ${by.name}`;
    case 'schedule':
      return 'Lịch tự động';
    case 'clock':
      return 'Đồng hồ thời hạn';
    case 'channel':
      return `Kênh ${by.name}`;
  }
}

export const clockNames: Record<ClockKind, string> = {
  acknowledge: 'tiếp nhận',
  firstResponse: 'trả lời lần đầu',
  resolution: 'giải quyết',
};

const checkedFields = { category: 'loại vướng mắc', office: 'nơi làm thủ tục', declaration: 'số tờ khai' } as const;

function checkedSentence({ confirmed, corrected }: Extract<CaseEvent, { type: 'checked' }>): string {
  const put = corrected.map(
    ({ field, from, to }) => `${checkedFields[field]} từ ${said(field, from)} thành ${said(field, to)}`,
  );
  const right = confirmed.map((field) => checkedFields[field]);
  return [
    ...(put.length > 0 ? [`Sửa ${put.join(', ')}`] : []),
    ...(right.length > 0 ? [`${put.length > 0 ? 'xác' : 'Xác'} nhận ${right.join(', ')}`] : []),
  ].join('; ');
}

function said(field: keyof typeof checkedFields, value: string | null): string {
  if (value === null) return '“chưa có”';
  return `“${field === 'category' && isCategoryCode(value) ? categoryLabels[value].vi : value}”`;
}

const reasonsForClosing = {
  confirmed: 'doanh nghiệp xác nhận đã giải quyết',
  silence: 'doanh nghiệp không phản hồi trong thời gian thỏa thuận',
  appealed: 'doanh nghiệp đề nghị cấp trên xem xét lại',
} as const;

const reasonsForRaising = {
  unanswered: 'vì chưa trả lời đúng hạn',
  officer: 'theo đề nghị của công chức',
  enterprise: 'theo đề nghị của doanh nghiệp',
} as const;

function reasonForAssigning(because: string): string {
  if (because === 'taken') return 'Chuyển';
  if (because.startsWith('raised:')) return 'Giao cấp trên: giao';
  if (because === 'answered') return 'Ghi nhận người trả lời: giao';
  return 'Giao vụ việc';
}

function moment(text: string, { now, zone }: Telling): string {
  return sayInstant(new Date(text), now, zone, 'vi');
}
