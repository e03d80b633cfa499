import type { StepName } from '../../rules/routing/step-in-question.ts';
import { readDateTime } from '../cells/date.ts';
import { stepWords } from '../cells/vocabulary.ts';
import { wordReader } from '../cells/words.ts';
import { declarationNumberColumn } from './declaration-number-column.ts';
import type { DeclarationStepRow, StepActor } from './declaration-rows.ts';
import { defineForm } from './define-form.ts';
import type { Form } from './form.ts';
import { nobody, readStepActor } from './step-actor.ts';

interface Fields {
  declarationNo: string;
  step: StepName;
  at: Date;
  by: StepActor | null;
}

/** A step a row: the log of a declaration as a system writes it. */
export const stepByRow: Form<DeclarationStepRow> = defineForm<Fields, DeclarationStepRow>({
  title: 'Nhật ký bước',
  columns: {
    declarationNo: declarationNumberColumn,
    step: {
      header: 'Bước',
      synonyms: [
        'Bước nghiệp vụ',
        'Bước thực hiện',
        'Khâu',
        'Khâu nghiệp vụ',
        'Công việc',
        'Nghiệp vụ',
        'Sự kiện',
        'Step',
      ],
      isRequired: true,
      read: wordReader(stepWords),
      example: 'Kiểm tra hồ sơ',
      help: 'Mỗi dòng một bước của một tờ khai.',
      choices: [
        'Đăng ký',
        'Kiểm tra hồ sơ',
        'Kiểm tra thực tế',
        'Chuyển luồng',
        'Giải phóng hàng',
        'Đưa về bảo quản',
        'Thông quan',
      ],
      recurs: true,
    },
    at: {
      header: 'Thời gian',
      synonyms: [
        'Thời điểm',
        'Thời gian thực hiện',
        'Thời điểm thực hiện',
        'Ngày giờ',
        'Ngày giờ thực hiện',
        'Ngày thực hiện',
        'Ngày',
        'Lúc',
        'At',
        'Time',
      ],
      isRequired: true,
      read: readDateTime,
      example: '05/03/2026 09:00',
      help: 'Ngày/tháng/năm giờ:phút.',
    },
    by: {
      header: 'Công chức hoặc đội',
      synonyms: [
        'Công chức',
        'Công chức thực hiện',
        'Email công chức',
        'Người thực hiện',
        'Cán bộ',
        'Cán bộ thực hiện',
        'Đội',
        'Đội thực hiện',
        'Officer',
        'Team',
      ],
      isRequired: false,
      read: readStepActor,
      example: 'canbo@haiquan.vidu.vn',
      help: 'Email của công chức, hoặc tên công chức hay đội.',
      recurs: true,
    },
  },
  build({ declarationNo, step, at, by }) {
    const { officerEmail, actorName } = by ?? nobody;
    return { ok: true, row: { form: 'step', declarationNo, step, at, officerEmail, actorName } };
  },
  // Two officers may do one step together, so who did it is part of what the row is about.
  key: ({ declarationNo, step, at, officerEmail, actorName }) =>
    `${declarationNo}${step}${at.getTime()}${officerEmail ?? actorName ?? ''}`,
});
