import { resolveOffice } from '../../rules/identity/office-codes.ts';
import { flowOfTypeCode } from '../../rules/identity/type-codes.ts';
import { accepted, type Cell, type CellContext, type Read, refused } from './cell.ts';
import { wholeText } from './shown.ts';
import { brokenCell, tidy } from './text.ts';

/** Reads a customs office by its code, alone or before its name, or by a name that only one office bears. */
export function readOfficeCode(cell: Cell, context: CellContext): Read<string> {
  const broken = brokenCell(cell);
  if (broken !== null) return refused(broken);

  const text = tidy(wholeText(cell, context.epoch));
  const code = text.slice(0, 4).toUpperCase();
  if (context.officeCodes.has(code) && !/^[\p{L}\d]/u.test(text.slice(4))) return accepted(code);

  const named = resolveOffice(text);
  if (named.kind === 'office' && context.officeCodes.has(named.office.code)) {
    return accepted(named.office.code, `Đã hiểu “${text}” là mã ${named.office.code}.`);
  }
  if (named.kind === 'ambiguous') {
    return refused('“Khu vực 3” có thể là Hải quan cửa khẩu cảng (03TG) hoặc cả Chi cục khu vực III. Hãy ghi mã.');
  }
  return refused('Mã hải quan không có trong danh mục đơn vị đang dùng.');
}

/** Reads a declaration type such as A11. A code the list does not have yet is accepted with a note: the list grows. */
export function readTypeCode(cell: Cell, { epoch }: CellContext): Read<string> {
  const broken = brokenCell(cell);
  if (broken !== null) return refused(broken);

  const code = tidy(wholeText(cell, epoch)).slice(0, 40).toUpperCase();
  const [, alone] = /^([A-Z]\d{2})(?![A-Z\d])/.exec(code) ?? [];
  if (alone === undefined) return refused('Mã loại hình gồm một chữ cái và hai chữ số, ví dụ A11.');
  if (flowOfTypeCode(alone) === null) return accepted(alone, `Mã loại hình ${alone} chưa có trong danh mục.`);
  return accepted(alone);
}

/** Reads a code of our own tree of units: letters, digits, dots and dashes. */
export function readUnitCode(cell: Cell, { epoch }: CellContext): Read<string> {
  const broken = brokenCell(cell);
  if (broken !== null) return refused(broken);

  const code = tidy(wholeText(cell, epoch));
  if (!/^[\p{L}\d][\p{L}\d._/-]{0,39}$/u.test(code)) {
    return refused('Mã đơn vị chỉ gồm chữ, số, dấu chấm, gạch nối, gạch chéo; không có dấu cách; tối đa 40 ký tự.');
  }
  return accepted(code);
}
