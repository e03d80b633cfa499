import { readTaxCode } from '../cells/tax-code.ts';
import type { Column } from './form.ts';

/** The enterprise a row is about. */
export const taxCodeColumn: Column<string> = {
  header: 'Mã số thuế',
  synonyms: [
    'MST',
    'Mã DN',
    'Mã doanh nghiệp',
    'Mã số doanh nghiệp',
    'Mã số DN',
    'MSDN',
    'Mã số thuế DN',
    'Mã số thuế doanh nghiệp',
    'MST doanh nghiệp',
    'MST DN',
    'Mã XNK',
    'Mã doanh nghiệp XNK',
    'Mã DN XNK',
    'Mã người XNK',
    'Tax code',
    'Tax ID',
    'Tax number',
  ],
  isRequired: true,
  read: readTaxCode,
  example: '0200000007',
  help: '10 chữ số; đơn vị phụ thuộc thêm dấu gạch và 3 số; cá nhân, hộ kinh doanh 12 số. Giữ nguyên số 0 ở đầu.',
  recurs: true,
};
