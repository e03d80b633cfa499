import type { Role } from '../../rules/visibility/can-see.ts';
import { readUnitCode } from '../cells/codes.ts';
import { readDate, readLastDay } from '../cells/date.ts';
import { readEmail } from '../cells/reachable.ts';
import { textReader } from '../cells/text.ts';
import { roleWords } from '../cells/vocabulary.ts';
import { wordReader } from '../cells/words.ts';
import { asItStands, defineForm } from './define-form.ts';
import type { Form, Noun } from './form.ts';

export interface UnitRow {
  form: 'unit';
  code: string;
  name: string;
  shortName: string | null;
  /** Null for the top of the tree. */
  parentCode: string | null;
  kind: string | null;
  /** `2025-03-15`. */
  validFrom: string | null;
  /** The first day on which the unit is no more. */
  validUntil: string | null;
}

export interface OfficerRow {
  form: 'officer';
  name: string;
  email: string;
  title: string | null;
  role: Role | null;
  unitCode: string;
  from: string | null;
}

type Fields<Row> = Omit<Row, 'form'>;

const units: Form<UnitRow> = defineForm<Fields<UnitRow>, UnitRow>({
  title: 'Đơn vị',
  columns: {
    code: {
      header: 'Mã đơn vị',
      synonyms: ['Mã ĐV', 'Mã', 'Ký hiệu đơn vị', 'Ký hiệu', 'Unit code', 'Code'],
      isRequired: true,
      read: readUnitCode,
      example: 'CKDV',
      help: 'Không trùng nhau, không có dấu cách.',
    },
    name: {
      header: 'Tên đơn vị',
      synonyms: ['Đơn vị', 'Tên ĐV', 'Tên', 'Unit name', 'Unit', 'Name'],
      isRequired: true,
      read: textReader(300),
      example: 'Hải quan cửa khẩu cảng Đình Vũ',
      help: 'Tên đầy đủ.',
    },
    shortName: {
      header: 'Tên ngắn',
      synonyms: ['Tên gọi tắt', 'Tên viết tắt', 'Viết tắt', 'Short name'],
      isRequired: false,
      read: textReader(60),
      example: 'HQ Đình Vũ',
      help: 'Tên dùng trong danh sách. Bỏ trống thì dùng tên đầy đủ.',
    },
    parentCode: {
      header: 'Mã đơn vị cấp trên',
      synonyms: [
        'Mã cấp trên',
        'Cấp trên',
        'Đơn vị cấp trên',
        'Trực thuộc',
        'Thuộc đơn vị',
        'Mã đơn vị cha',
        'Đơn vị cha',
        'Parent code',
        'Parent',
      ],
      isRequired: false,
      read: readUnitCode,
      example: 'KV3',
      help: 'Bỏ trống cho đơn vị cao nhất.',
    },
    kind: {
      header: 'Loại đơn vị',
      synonyms: ['Loại', 'Loại hình đơn vị', 'Cấp', 'Cấp đơn vị', 'Kind', 'Type', 'Level'],
      isRequired: false,
      read: textReader(60),
      example: 'Hải quan cửa khẩu',
      help: 'Ghi tự do.',
    },
    validFrom: {
      header: 'Từ ngày',
      synonyms: [
        'Hiệu lực từ',
        'Hiệu lực từ ngày',
        'Thành lập ngày',
        'Ngày thành lập',
        'Ngày bắt đầu',
        'Valid from',
        'From',
      ],
      isRequired: false,
      read: readDate,
      example: '15/03/2025',
      help: 'Ngày đơn vị bắt đầu hoạt động.',
    },
    validUntil: {
      header: 'Đến hết ngày',
      synonyms: [
        'Đến ngày',
        'Hiệu lực đến',
        'Hiệu lực đến ngày',
        'Ngày kết thúc',
        'Ngày giải thể',
        'Valid until',
        'Until',
      ],
      isRequired: false,
      read: readLastDay,
      example: '',
      help: 'Ngày hoạt động cuối cùng. Bỏ trống nếu đang hoạt động.',
    },
  },
  build(fields) {
    if (fields.parentCode === fields.code) {
      return { ok: false, field: 'parentCode', because: 'Đơn vị không thể là cấp trên của chính nó.' };
    }
    if (fields.validFrom !== null && fields.validUntil !== null && fields.validUntil <= fields.validFrom) {
      return { ok: false, field: 'validUntil', because: 'Ngày cuối phải từ ngày đầu trở đi.' };
    }
    return asItStands({ form: 'unit', ...fields });
  },
  key: ({ code }) => code.toLowerCase(),
});

const officers: Form<OfficerRow> = defineForm<Fields<OfficerRow>, OfficerRow>({
  title: 'Công chức',
  columns: {
    name: {
      header: 'Họ và tên',
      synonyms: ['Họ tên', 'Tên', 'Tên công chức', 'Công chức', 'Tên cán bộ', 'Full name', 'Officer', 'Name'],
      isRequired: true,
      read: textReader(120),
      example: 'Nguyễn Thị Ví Dụ',
      help: 'Như trong hồ sơ công chức.',
    },
    email: {
      header: 'Email',
      synonyms: ['Thư điện tử', 'Email công vụ', 'Thư công vụ', 'Địa chỉ email', 'E-mail', 'Mail'],
      isRequired: true,
      read: readEmail,
      example: 'canbo@haiquan.vidu.vn',
      help: 'Địa chỉ công vụ, dùng để đăng nhập và để nhận ra công chức trong nhật ký tờ khai.',
    },
    title: {
      header: 'Chức danh',
      synonyms: ['Chức vụ', 'Vị trí', 'Vị trí công tác', 'Ngạch', 'Title', 'Position'],
      isRequired: false,
      read: textReader(120),
      example: 'Công chức giám sát',
      help: 'Như doanh nghiệp đọc được.',
    },
    role: {
      header: 'Vai trò',
      synonyms: ['Quyền', 'Nhóm quyền', 'Phân quyền', 'Vai trò hệ thống', 'Role'],
      isRequired: false,
      read: wordReader(roleWords),
      example: 'Công chức',
      help: 'Bỏ trống nghĩa là Công chức.',
      choices: ['Công chức', 'Tổ trưởng', 'Trưởng đơn vị', 'Lãnh đạo chi cục', 'Kiểm tra nội bộ', 'Quản trị'],
    },
    unitCode: {
      header: 'Mã đơn vị',
      synonyms: ['Mã ĐV', 'Đơn vị', 'Đơn vị công tác', 'Mã đơn vị công tác', 'Thuộc đơn vị', 'Unit code', 'Unit'],
      isRequired: true,
      read: readUnitCode,
      example: 'CKDV',
      help: 'Mã của đơn vị nơi công tác.',
      recurs: true,
    },
    from: {
      header: 'Từ ngày',
      synonyms: [
        'Ngày nhận nhiệm vụ',
        'Nhận nhiệm vụ từ',
        'Công tác từ ngày',
        'Ngày bắt đầu',
        'Ngày điều động',
        'From',
      ],
      isRequired: false,
      read: readDate,
      example: '15/03/2025',
      help: 'Ngày bắt đầu ở đơn vị này.',
    },
  },
  build: (fields) => asItStands({ form: 'officer', ...fields }),
  // An officer who moved has a row for each post.
  key: ({ email, from }) => `${email}\t${from ?? ''}`,
});

/** Units and officers: two sheets of a workbook, or two text files. The headers say which of the two a table is. */
export const organisation: Noun<UnitRow | OfficerRow> = {
  name: 'organisation',
  title: 'đơn vị và công chức',
  forms: [units, officers],
};
