import type { CaseState, Level } from '../../rules/case/words.ts';
import { categoryLabels, isCategoryCode } from '../../rules/identity/categories.ts';
import type { CaseCardRow } from '../../store/case-lists.ts';
import type { Today } from '../today/today.ts';
import type { WallColumn } from '../today/wall.ts';
import type { ExportCell, ExportTable } from './table.ts';

const states: Record<CaseState, string> = {
  open: 'Đang xử lý',
  awaitingEnterprise: 'Chờ doanh nghiệp',
  awaitingResult: 'Chờ kết quả',
  resolved: 'Đã giải quyết',
  closed: 'Đã đóng',
  merged: 'Đã gộp',
};

const levels: Record<Level, string> = { 1: 'Cấp 1', 2: 'Cấp 2', 3: 'Cấp 3', 4: 'Cấp 4' };

const caseHeadings = [
  'Mã vụ việc',
  'Trạng thái',
  'Cấp',
  'Gấp',
  'Doanh nghiệp',
  'Mã số thuế',
  'Lĩnh vực',
  'Nội dung',
  'Đơn vị xử lý',
  'Người xử lý',
  'Mở lúc',
  'Hạn gần nhất',
  'Nhãn',
];

/** The list of the inbox. */
export function casesTable(cards: readonly CaseCardRow[]): ExportTable {
  return { name: 'Vụ việc', headings: caseHeadings, rows: cards.map(caseRow) };
}

function caseRow({ row, enterprise, assignee, unitName, labels }: CaseCardRow): ExportCell[] {
  return [
    ...[row.reference, states[row.state], levels[row.level], row.urgent ? 'Gấp' : null],
    ...[enterprise?.name ?? null, enterprise?.taxCode ?? null],
    isCategoryCode(row.category) ? categoryLabels[row.category].vi : row.category,
    ...[row.description, unitName, assignee?.name ?? null, row.openedAt, row.nextDueAt],
    labels.length === 0 ? null : labels.map(({ name }) => name).join('; '),
  ];
}

/** The escalation wall, its columns one below the other. */
export function wallTable(columns: readonly WallColumn[]): ExportTable {
  const instant = (at: Date | string | null | undefined) => (at == null ? null : new Date(at));
  return {
    name: 'Bảng chuyển cấp',
    headings: [...caseHeadings, 'Cấp này trả lời', 'Báo lúc', 'Đã biết lúc'],
    rows: columns.flatMap(({ cards }) =>
      cards.map(({ card, alert }) => [
        ...caseRow(card),
        alert?.name ?? null,
        instant(alert?.createdAt),
        instant(alert?.acknowledgedAt),
      ]),
    ),
  };
}

/** The page of the day. */
export function todayTables(today: Today): ExportTable[] {
  const { oldestUnassigned: oldest } = today;
  return [
    {
      name: 'Hôm nay',
      headings: ['Số liệu', 'Giá trị'],
      rows: [
        ['Đang mở', today.open],
        ['Quá hạn', today.overdue],
        ['Đến hạn trong 2 giờ', today.dueSoon],
        ['Chờ doanh nghiệp', today.awaitingEnterprise],
        ['Chưa giao', today.unassigned],
        ['Đã chuyển cấp', today.raised],
        ['Chờ giao lâu nhất', oldest?.reference ?? null],
        ['Chờ giao từ lúc', oldest === null ? null : new Date(oldest.openedAt)],
      ],
    },
    {
      name: 'Cán bộ',
      headings: ['Cán bộ', 'Chức danh', 'Đơn vị', 'Hiện diện', 'Đang mở', 'Quá hạn', 'Đến hạn trong 2 giờ'],
      rows: today.officers.map(({ name, title, unitName, isAbsent, isOnline, open, overdue, dueSoon }) => {
        const presence = isAbsent ? 'Vắng mặt' : isOnline ? 'Trực tuyến' : 'Ngoại tuyến';
        return [name, title, unitName, presence, open, overdue, dueSoon];
      }),
    },
    {
      name: 'Vắng mặt',
      headings: ['Cán bộ', 'Đơn vị', 'Từ', 'Đến', 'Lý do', 'Người thay'],
      rows: today.absences.map(({ officerName, unitName, from, until, reason, substitute }) => {
        return [officerName, unitName, new Date(from), new Date(until), reason, substitute];
      }),
    },
  ];
}
