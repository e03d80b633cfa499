import { customsOffices, type OfficeCode } from '../rules/identity/office-codes.ts';

interface DemonstrationUnit {
  code: UnitCode;
  /** Null for the top of the tree. */
  parent: UnitCode | null;
  name: string;
  shortName: string;
  /** What it was called until the reorganisation; absent where it began then. */
  formerly?: { name: string; shortName: string };
}

export type UnitCode =
  | 'R3'
  | 'R3-TQ'
  | 'R3-GSQL'
  | 'R3-TXNK'
  | 'R3-KTSTQ'
  | 'R3-KS'
  | 'R3-KTNB'
  | 'R3-VP'
  | 'R3-KV1'
  | 'R3-KV2'
  | 'R3-KV3'
  | 'R3-DV'
  | 'R3-KCN'
  | 'R3-TB'
  | 'R3-HD'
  | 'R3-HY';

// Since when the structure before it is told.
export const earlierStructureFrom = '2018-06-01';
// The day on which the regional sub-departments began to work.
export const presentStructureFrom = '2025-03-15';

/**
 * The department since March 2025: border units without teams, and clearance of documents in one place. What stood before
 * as well says under which name, so that the tree can be looked at as of a day on either side.
 */
export const units: readonly DemonstrationUnit[] = [
  {
    code: 'R3',
    parent: null,
    name: 'Chi cục Hải quan khu vực III',
    shortName: 'Chi cục HQ KV III',
    formerly: { name: 'Cục Hải quan thành phố Hải Phòng', shortName: 'Cục HQ Hải Phòng' },
  },
  { code: 'R3-TQ', parent: 'R3', name: 'Đội Thông quan', shortName: 'Đội Thông quan' },
  {
    code: 'R3-GSQL',
    parent: 'R3',
    name: 'Phòng Giám sát quản lý',
    shortName: 'Phòng GSQL',
    formerly: { name: 'Phòng Giám sát quản lý về hải quan', shortName: 'Phòng GSQL' },
  },
  {
    code: 'R3-TXNK',
    parent: 'R3',
    name: 'Phòng Thuế xuất nhập khẩu',
    shortName: 'Phòng Thuế XNK',
    formerly: { name: 'Phòng Thuế xuất nhập khẩu', shortName: 'Phòng Thuế XNK' },
  },
  {
    code: 'R3-KTSTQ',
    parent: 'R3',
    name: 'Đội Phúc tập và Kiểm tra sau thông quan',
    shortName: 'Đội KTSTQ',
    formerly: { name: 'Chi cục Kiểm tra sau thông quan', shortName: 'Chi cục KTSTQ' },
  },
  {
    code: 'R3-KS',
    parent: 'R3',
    name: 'Đội Kiểm soát hải quan',
    shortName: 'Đội Kiểm soát',
    formerly: { name: 'Đội Kiểm soát hải quan', shortName: 'Đội Kiểm soát' },
  },
  { code: 'R3-KTNB', parent: 'R3', name: 'Bộ phận Kiểm tra nội bộ', shortName: 'Kiểm tra nội bộ' },
  {
    code: 'R3-VP',
    parent: 'R3',
    name: 'Văn phòng',
    shortName: 'Văn phòng',
    formerly: { name: 'Văn phòng Cục', shortName: 'Văn phòng' },
  },
  borderUnit('R3-KV1', 'Hải quan cửa khẩu cảng Hải Phòng khu vực 1', 'HQ cảng KV 1'),
  borderUnit('R3-KV2', 'Hải quan cửa khẩu cảng Hải Phòng khu vực 2', 'HQ cảng KV 2'),
  borderUnit('R3-KV3', 'Hải quan cửa khẩu cảng Hải Phòng khu vực 3', 'HQ cảng KV 3'),
  borderUnit('R3-DV', 'Hải quan cửa khẩu cảng Đình Vũ', 'HQ Đình Vũ'),
  borderUnit('R3-KCN', 'Hải quan khu chế xuất và khu công nghiệp Hải Phòng', 'HQ KCX và KCN'),
  borderUnit('R3-TB', 'Hải quan Thái Bình', 'HQ Thái Bình'),
  borderUnit('R3-HD', 'Hải quan Hải Dương', 'HQ Hải Dương'),
  borderUnit('R3-HY', 'Hải quan Hưng Yên', 'HQ Hưng Yên'),
];

const unitOfOffice: Record<OfficeCode, UnitCode> = {
  '03CC': 'R3-KV1',
  '03CE': 'R3-KV2',
  '03TG': 'R3-KV3',
  '03EE': 'R3-DV',
  '03NK': 'R3-KCN',
  '03PA': 'R3-KCN',
  '03CD': 'R3-TB',
  '03PJ': 'R3-HD',
  '03PL': 'R3-HY',
};

export const offices = customsOffices.map((office) => ({ ...office, unit: unitOfOffice[office.code] }));

/** Before, each was a sub-department of its own below the city's department. */
function borderUnit(code: UnitCode, name: string, shortName: string): DemonstrationUnit {
  const formerly = { name: `Chi cục ${name}`, shortName: `Chi cục ${shortName}` };
  return { code, parent: 'R3', name, shortName, formerly };
}
