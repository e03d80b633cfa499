import { readDate } from '../cells/date.ts';
import { readTaxCode } from '../cells/tax-code.ts';
import { readTaxCodes } from '../cells/tax-codes.ts';
import { textReader } from '../cells/text.ts';
import { asItStands, defineForm } from './define-form.ts';
import type { Column, ColumnsOf, Form, Noun } from './form.ts';

interface AssociationFields {
  code: string | null;
  name: string;
  regulationNumber: string | null;
  /** `2020-02-17`. */
  regulationSignedOn: string | null;
}

export interface AssociationRow extends AssociationFields {
  form: 'association';
  /** Tax codes; null where the file does not say. */
  members: readonly string[] | null;
}

/** One member of an association; the association itself is said again on each of its rows. */
export interface AssociationMemberRow extends AssociationFields {
  form: 'member';
  member: string;
}

const associationColumns: ColumnsOf<AssociationFields> = {
  code: {
    header: 'Mã hiệp hội',
    synonyms: ['Ký hiệu', 'Viết tắt', 'Tên viết tắt', 'Mã HH', 'Mã', 'Code', 'Abbreviation'],
    isRequired: false,
    read: textReader(40),
    example: 'VITAS',
    help: 'Tên viết tắt, nếu có.',
  },
  name: {
    header: 'Tên hiệp hội',
    synonyms: ['Hiệp hội', 'Tên', 'Tên tổ chức', 'Association', 'Association name', 'Name'],
    isRequired: true,
    read: textReader(300),
    example: 'Hiệp hội Ví dụ',
    help: 'Tên đầy đủ.',
  },
  regulationNumber: {
    header: 'Số quy chế phối hợp',
    synonyms: [
      'Số quy chế',
      'Quy chế phối hợp',
      'Quy chế số',
      'Số QCPH',
      'Số văn bản',
      'Regulation number',
      'Regulation no',
    ],
    isRequired: false,
    read: textReader(100),
    example: '12/QCPH-HQHP',
    help: 'Số và ký hiệu quy chế phối hợp.',
  },
  regulationSignedOn: {
    header: 'Ngày ký quy chế',
    synonyms: ['Ngày ký', 'Ngày ký quy chế phối hợp', 'Ngày ký kết', 'Signed on', 'Signing date'],
    isRequired: false,
    read: readDate,
    example: '07/05/2018',
    help: 'Ngày/tháng/năm.',
  },
};

const members: Column<readonly string[]> = {
  header: 'Danh sách mã số thuế hội viên',
  synonyms: [
    'Danh sách MST hội viên',
    'Danh sách hội viên',
    'Các hội viên',
    'Hội viên',
    'MST các hội viên',
    'Danh sách thành viên',
    'Thành viên',
    'Members',
  ],
  isRequired: false,
  read: readTaxCodes,
  example: '0200000007; 0200000014',
  help: 'Mã số thuế của các hội viên, cách nhau bằng dấu chấm phẩy.',
};

const member: Column<string> = {
  header: 'Mã số thuế hội viên',
  synonyms: [
    'MST hội viên',
    'Mã số thuế thành viên',
    'MST thành viên',
    'Mã số thuế',
    'MST',
    'Member',
    'Member tax code',
  ],
  isRequired: true,
  read: readTaxCode,
  example: '0200000007',
  help: 'Mỗi dòng một hội viên.',
};

type Fields<Row> = Omit<Row, 'form'>;

const whole: Form<AssociationRow> = defineForm<Fields<AssociationRow>, AssociationRow>({
  title: 'Hiệp hội',
  columns: { ...associationColumns, members },
  build: (fields) => asItStands({ form: 'association', ...fields }),
  key: ({ name }) => name.toLowerCase(),
});

const byMember: Form<AssociationMemberRow> = defineForm<Fields<AssociationMemberRow>, AssociationMemberRow>({
  title: 'Hội viên',
  columns: { ...associationColumns, member },
  build: (fields) => asItStands({ form: 'member', ...fields }),
  key: ({ name, member }) => `${name.toLowerCase()}\t${member}`,
});

export const associations: Noun<AssociationRow | AssociationMemberRow> = {
  name: 'associations',
  title: 'hiệp hội',
  forms: [whole, byMember],
};
