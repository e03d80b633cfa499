import { readDeclarationNumber } from '../cells/declaration-number.ts';
import type { Column } from './form.ts';

export const declarationNumberColumn: Column<string> = {
  header: 'Số tờ khai',
  synonyms: [
    'Số TK',
    'STK',
    'Tờ khai',
    'Tờ khai số',
    'Số tờ khai hải quan',
    'Số tờ khai HQ',
    'Mã tờ khai',
    'Declaration number',
    'Declaration no',
    'Declaration',
  ],
  isRequired: true,
  read: readDeclarationNumber,
  example: '100000000010',
  help: 'Đủ 12 chữ số; định dạng ô là Văn bản (Text) để không bị rút gọn.',
};
