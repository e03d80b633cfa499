import type { IndependentChoice } from './independent.ts';
import type { OfficerChoice, UnitChoice } from './route.ts';
import { type StepName, stepLabels } from './step-in-question.ts';

/** Why routing gave a case to whom it gave it. Kept on the ledger; holds no names and no figures about colleagues. */
export interface RoutingReason {
  /** `keptUnit`: only the officer was chosen anew. `appealed`: the enterprise asked for a second look, one level up. */
  unit: UnitChoice['because'] | IndependentChoice['because'] | 'keptUnit' | 'appealed';
  rule: { id: number; precedence: number; note: string } | null;
  officer: OfficerChoice['because'] | IndependentChoice['because'] | 'holdsThePost' | 'substitute';
  /** The step that the preferred officer did, where that decided. */
  step: StepName | null;
  /** The unit of the office on the declaration, where another one answers (centralised clearance). */
  otherThanUnitId: number | null;
}

export interface ReasonWords {
  /** Null for a queue. */
  officerName: string | null;
  unitName: string;
  otherThanUnitName: string | null;
}

/** "Vì sao giao cho tôi?" in one or two Vietnamese sentences. */
export function sayReason(reason: RoutingReason, words: ReasonWords): string {
  return `${sayUnit(reason, words)} ${sayOfficer(reason, words.officerName ?? 'công chức')}`;
}

function sayUnit({ unit, rule }: RoutingReason, { unitName, otherThanUnitName }: ReasonWords): string {
  switch (unit) {
    case 'rule': {
      const other = otherThanUnitName === null ? '' : `, dù tờ khai đăng ký tại ${otherThanUnitName}`;
      return `${unitName} phụ trách theo quy tắc phân công số ${rule?.precedence ?? ''} (${rule?.note ?? ''})${other}.`;
    }
    case 'office':
      return `${unitName} phụ trách vì là đơn vị hải quan trên tờ khai.`;
    case 'nothingKnown':
      return `Chưa rõ đơn vị nào phụ trách nên vụ việc vào ${unitName}.`;
    case 'keptUnit':
      return `Người phụ trách trước không còn xử lý được, ${unitName} tiếp tục phụ trách.`;
    case 'appealed':
      return `Doanh nghiệp đề nghị xem xét lại kết quả xác minh nên ${unitName}, cấp trên của người xác minh trước, phụ trách.`;
    case 'internalControl':
      return 'Việc liên quan đến công chức do bộ phận kiểm tra nội bộ độc lập xử lý (PL07 Điều 4).';
    case 'independentAbove':
      return `Kiểm tra nội bộ không xử lý được vụ việc này nên ${unitName}, đơn vị độc lập gần nhất ở cấp trên, phụ trách.`;
    case 'nobodyEligible':
      return `Không còn ai đủ điều kiện độc lập nên vụ việc nằm ở hàng chờ của ${unitName}.`;
  }
}

function sayOfficer({ officer, step }: RoutingReason, name: string): string {
  const didStep = step === null ? 'công việc này' : stepLabels[step];
  switch (officer) {
    case 'recordedOnStep':
      return `Giao cho ${name} vì là người đã làm bước ${didStep} của tờ khai.`;
    case 'standsInForRecorded':
      return `Giao cho ${name} vì đang thay người đã làm bước ${didStep} của tờ khai.`;
    case 'onDuty':
      return `Giao cho ${name} vì đang trực và đang giữ ít việc nhất.`;
    case 'nobodyOnDuty':
      return `Không có ai trực; giao cho ${name} vì có mặt và đang giữ ít việc nhất.`;
    case 'internalControl':
      return `Giao cho ${name} vì không liên quan đến nội dung phản ánh và đang giữ ít việc nhất.`;
    case 'independentAbove':
      return `Giao cho ${name} vì là lãnh đạo và không liên quan đến nội dung phản ánh.`;
    case 'holdsThePost':
      return `Giao cho ${name} vì là lãnh đạo phụ trách cấp này.`;
    case 'substitute':
      return `Giao cho ${name} vì đang thay lãnh đạo phụ trách cấp này.`;
    case 'nobodyEligible':
      return 'Chưa có công chức nào nhận được việc này.';
  }
}

/** The same question where people and not the rules decided. `because` is the word on the ledger. */
export function sayOtherReason(because: string, name: string): string {
  if (because === 'taken') return `${name} đã tự nhận vụ việc này.`;
  if (because === 'answered') return `${name} là người đầu tiên trả lời doanh nghiệp.`;
  if (because === 'raised:holdsThePost')
    return `Cấp dưới chưa trả lời đúng hạn; ${name} là lãnh đạo phụ trách cấp tiếp theo.`;
  if (because === 'raised:substitute')
    return `Cấp dưới chưa trả lời đúng hạn; ${name} đang thay lãnh đạo phụ trách cấp tiếp theo.`;
  if (because.startsWith('transferred:')) return `Vụ việc được chuyển từ đơn vị khác đến và giao cho ${name}.`;
  if (because === 'officerMoved' || because === 'officerLeft')
    return `Người phụ trách trước đã chuyển công tác, vụ việc giao lại cho ${name}.`;
  if (because === 'unitEnded')
    return 'Đơn vị phụ trách trước đã kết thúc hoạt động, vụ việc vào hàng chờ của cấp trên.';
  if (because === 'handedOver') return `Vụ việc được đồng nghiệp chuyển cho ${name}.`;
  return `Vụ việc được chuyển cho ${name}, lý do: ${because}.`;
}
