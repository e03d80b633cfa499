import type { DeclarationState, RiskChannel } from '../../rules/declarations/declaration.ts';
import { stateTold } from '../../rules/declarations/state-told.ts';
import type { StepName } from '../../rules/routing/step-in-question.ts';
import { readOfficeCode, readTypeCode } from '../cells/codes.ts';
import { readDateTime } from '../cells/date.ts';
import { channelWords, stateWords } from '../cells/vocabulary.ts';
import { wordReader } from '../cells/words.ts';
import { declarationNumberColumn } from './declaration-number-column.ts';
import type { DeclarationRow, RecordedStep, StepActor } from './declaration-rows.ts';
import { defineForm } from './define-form.ts';
import type { ColumnsOf, Form } from './form.ts';
import { nobody } from './step-actor.ts';
import { type StepFields, stepColumns } from './step-columns.ts';
import { taxCodeColumn } from './tax-code-column.ts';

interface Fields extends StepFields {
  declarationNo: string;
  taxCode: string;
  officeCode: string | null;
  typeCode: string | null;
  channel: RiskChannel | null;
  registeredAt: Date;
  state: DeclarationState | null;
  stateAt: Date | null;
}

const columns: ColumnsOf<Fields> = {
  declarationNo: declarationNumberColumn,
  taxCode: taxCodeColumn,
  officeCode: {
    header: 'Mã hải quan',
    synonyms: [
      'Mã HQ',
      'Mã cơ quan hải quan',
      'Cơ quan hải quan',
      'Mã chi cục',
      'Chi cục',
      'Mã đơn vị hải quan',
      'Đơn vị hải quan',
      'Hải quan',
      'Nơi đăng ký',
      'Mã hải quan đăng ký',
      'Office code',
      'Customs office',
    ],
    isRequired: false,
    read: readOfficeCode,
    example: '03EE',
    help: 'Mã 4 ký tự của đơn vị hải quan nơi đăng ký.',
    recurs: true,
  },
  typeCode: {
    header: 'Mã loại hình',
    synonyms: ['Loại hình', 'Mã LH', 'MLH', 'Loại hình XNK', 'Type code', 'Type'],
    isRequired: false,
    read: readTypeCode,
    example: 'A11',
    help: 'Theo bảng mã loại hình, ví dụ A11, B11, E31.',
    recurs: true,
  },
  channel: {
    header: 'Phân luồng',
    synonyms: ['Luồng', 'Kết quả phân luồng', 'Mã phân luồng', 'Mã luồng', 'Luồng tờ khai', 'PL', 'Channel'],
    isRequired: false,
    read: wordReader(channelWords),
    example: 'Vàng',
    help: 'Xanh, Vàng, Đỏ (hoặc 1, 2, 3).',
    choices: ['Xanh', 'Vàng', 'Đỏ'],
    recurs: true,
  },
  registeredAt: {
    header: 'Ngày đăng ký',
    synonyms: [
      'Ngày ĐK',
      'Ngày giờ đăng ký',
      'Thời gian đăng ký',
      'Thời điểm đăng ký',
      'Ngày đăng ký tờ khai',
      'Ngày ĐK tờ khai',
      'Ngày tờ khai',
      'Ngày TK',
      'Ngày cấp số',
      'Registered at',
      'Registration date',
    ],
    isRequired: true,
    read: readDateTime,
    example: '05/03/2026 08:15',
    help: 'Ngày/tháng/năm giờ:phút.',
  },
  state: {
    header: 'Trạng thái',
    synonyms: ['Trạng thái tờ khai', 'Tình trạng', 'Tình trạng tờ khai', 'TT tờ khai', 'State', 'Status'],
    isRequired: false,
    read: wordReader(stateWords),
    example: 'Thông quan',
    help: 'Bỏ trống thì lấy theo bước mới nhất.',
    choices: ['Đăng ký', 'Đang kiểm tra', 'Giải phóng hàng', 'Đưa về bảo quản', 'Thông quan', 'Hủy'],
    recurs: true,
  },
  stateAt: {
    header: 'Ngày trạng thái',
    synonyms: [
      'Thời gian trạng thái',
      'Thời điểm trạng thái',
      'Ngày cập nhật',
      'Thời gian cập nhật',
      'Cập nhật lúc',
      'Ngày cập nhật trạng thái',
      'State at',
      'Updated at',
    ],
    isRequired: false,
    read: readDateTime,
    example: '05/03/2026 10:40',
    help: 'Khi tờ khai chuyển sang trạng thái này.',
  },
  ...stepColumns,
};

/** A declaration a row, each of its steps in two columns: when, and by whom. */
export const declarationByRow: Form<DeclarationRow> = defineForm<Fields, DeclarationRow>({
  title: 'Tờ khai',
  columns,
  build(fields) {
    const steps: RecordedStep[] = [step('registered', fields.registeredAt, fields.registeredBy)];
    for (const [name, at, by] of loggedSteps) {
      const when = fields[at];
      if (when !== null) steps.push(step(name, when, fields[by]));
      else if (fields[by] !== null)
        return { ok: false, field: by, because: 'Có người thực hiện nhưng thiếu thời gian của bước này.' };
    }
    steps.sort((a, b) => a.at.getTime() - b.at.getTime());
    return { ok: true, row: rowOf(fields, steps) };
  },
  // One declaration may come several times in a file, once for each state it went through.
  key: ({ declarationNo, state, stateAt }) => `${declarationNo}${state}${stateAt.getTime()}`,
});

const loggedSteps = [
  ['documentCheck', 'documentCheckAt', 'documentCheckBy'],
  ['physicalInspection', 'physicalInspectionAt', 'physicalInspectionBy'],
  ['channelChange', 'channelChangeAt', 'channelChangeBy'],
  ['released', 'releasedAt', 'releasedBy'],
  ['stored', 'storedAt', 'storedBy'],
  ['cleared', 'clearedAt', 'clearedBy'],
] as const;

function rowOf(fields: Fields, steps: readonly RecordedStep[]): DeclarationRow {
  const { declarationNo, taxCode, officeCode, typeCode, channel, registeredAt } = fields;
  const said = { form: 'declaration', declarationNo, taxCode, officeCode, typeCode, channel, registeredAt } as const;
  return { ...said, ...stateTold({ ...fields, steps }), steps };
}

function step(name: StepName, at: Date, by: StepActor | null): RecordedStep {
  const { officerEmail, actorName } = by ?? nobody;
  return { step: name, at, officerEmail, actorName };
}
