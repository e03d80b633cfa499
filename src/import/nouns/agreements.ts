import { readUnitCode } from '../cells/codes.ts';
import { readDate, readLastDay } from '../cells/date.ts';
import { textReader } from '../cells/text.ts';
import { type AgreementState, agreementStateWords, type TemplateVersion, templateWords } from '../cells/vocabulary.ts';
import { wordReader } from '../cells/words.ts';
import { defineForm } from './define-form.ts';
import type { Noun } from './form.ts';
import { taxCodeColumn } from './tax-code-column.ts';

export interface AgreementRow {
  taxCode: string;
  enterpriseName: string | null;
  number: string;
  /** `2020-02-17`; so are the other dates. */
  signedOn: string;
  templateVersion: TemplateVersion;
  /** Null where the file does not say: the agreement is then in force. */
  state: AgreementState | null;
  unitCode: string | null;
  /** The first day on which it is no longer in force. */
  validUntil: string | null;
}

export const agreements: Noun<AgreementRow> = {
  name: 'agreements',
  title: 'thỏa thuận',
  forms: [
    defineForm<AgreementRow, AgreementRow>({
      title: 'Thỏa thuận',
      columns: {
        taxCode: taxCodeColumn,
        enterpriseName: {
          header: 'Tên doanh nghiệp',
          synonyms: [
            'Tên DN',
            'Tên công ty',
            'Doanh nghiệp',
            'Tên đơn vị',
            'Công ty',
            'Bên B',
            'Company name',
            'Enterprise',
          ],
          isRequired: false,
          read: textReader(300),
          example: 'Công ty TNHH Ví dụ Hải Phòng',
          help: 'Để đối chiếu; nếu doanh nghiệp chưa có trong danh mục thì dùng làm tên.',
        },
        number: {
          header: 'Số thỏa thuận',
          synonyms: [
            'Số TT',
            'Số văn bản thỏa thuận',
            'Số biên bản thỏa thuận',
            'Thỏa thuận số',
            'Số thỏa thuận hợp tác',
            'Số thỏa thuận đối tác',
            'Số hiệu',
            'Số hiệu thỏa thuận',
            'Số văn bản',
            'Agreement number',
            'Agreement no',
          ],
          isRequired: true,
          read: textReader(100),
          example: '123/TT-HQHP',
          help: 'Số và ký hiệu như trên bản đã ký.',
        },
        signedOn: {
          header: 'Ngày ký',
          synonyms: [
            'Ngày ký thỏa thuận',
            'Ngày ký kết',
            'Ngày tháng ký',
            'Ngày tham gia',
            'Signed on',
            'Signing date',
            'Date signed',
          ],
          isRequired: true,
          read: readDate,
          example: '17/02/2020',
          help: 'Ngày/tháng/năm.',
        },
        templateVersion: {
          header: 'Mẫu thỏa thuận',
          synonyms: [
            'Mẫu',
            'Phiên bản',
            'Phiên bản mẫu',
            'Mẫu thỏa thuận áp dụng',
            'Phiên bản thỏa thuận',
            'Template',
            'Template version',
          ],
          isRequired: true,
          read: wordReader(templateWords),
          example: '17/2/2020',
          help: '2018, hoặc 17/2/2020 (mẫu có phụ lục).',
          choices: ['2018', '17/2/2020'],
          recurs: true,
        },
        state: {
          header: 'Tình trạng',
          synonyms: ['Trạng thái', 'Tình trạng hiệu lực', 'Hiệu lực', 'Tình trạng thỏa thuận', 'State', 'Status'],
          isRequired: false,
          read: wordReader(agreementStateWords),
          example: 'Đang hiệu lực',
          help: 'Bỏ trống nghĩa là đang hiệu lực.',
          choices: ['Đang hiệu lực', 'Tạm dừng', 'Chấm dứt'],
          recurs: true,
        },
        unitCode: {
          header: 'Mã đơn vị ký',
          synonyms: [
            'Mã đơn vị',
            'Đơn vị ký',
            'Mã đơn vị hải quan',
            'Mã chi cục',
            'Đơn vị hải quan',
            'Unit code',
            'Unit',
          ],
          isRequired: false,
          read: readUnitCode,
          example: 'CKDV',
          help: 'Mã của đơn vị hải quan trong cây tổ chức.',
          recurs: true,
        },
        validUntil: {
          header: 'Hiệu lực đến hết ngày',
          synonyms: [
            'Hiệu lực đến',
            'Hiệu lực đến ngày',
            'Có hiệu lực đến',
            'Có giá trị đến',
            'Ngày hết hiệu lực',
            'Ngày hết hạn',
            'Hết hạn',
            'Đến ngày',
            'Valid until',
            'Expiry date',
          ],
          isRequired: false,
          read: readLastDay,
          example: '',
          help: 'Ngày cuối cùng còn hiệu lực. Bỏ trống nếu không có thời hạn.',
        },
      },
      build(row) {
        if (row.validUntil !== null && row.validUntil <= row.signedOn) {
          return { ok: false, field: 'validUntil', because: 'Ngày hết hiệu lực phải sau ngày ký.' };
        }
        return { ok: true, row };
      },
      key: ({ taxCode, number }) => `${taxCode}\t${number.toLowerCase()}`,
    }),
  ],
};
