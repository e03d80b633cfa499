import { offices } from '../../demonstration/units.ts';
import { compile } from '../../rules/working-time/compile.ts';
import { haiPhong20252027 } from '../../rules/working-time/data/hai-phong-2025-2027.ts';
import { offsetPeriods, startOfYear } from '../../rules/working-time/wall-clock.ts';
import type { Cells } from './csv-file.ts';
import type { GeneratedEnterprise } from './enterprises.ts';
import type { GeneratedOfficer } from './people.ts';
import { drawing, randomOf } from './random.ts';
import { countsByDay, dayMilliseconds, timesOfDay } from './rhythm.ts';

type DeclarationCells = Cells<
  | 'declarationNo'
  | 'taxCode'
  | 'officeCode'
  | 'typeCode'
  | 'channel'
  | 'registeredAt'
  | 'state'
  | 'stateAt'
  | 'documentCheckAt'
  | 'documentCheckBy'
  | 'physicalInspectionAt'
  | 'physicalInspectionBy'
  | 'channelChangeAt'
  | 'channelChangeBy'
  | 'releasedAt'
  | 'releasedBy'
  | 'storedAt'
  | 'storedBy'
  | 'clearedAt'
  | 'clearedBy'
>;

/** A year of the department; the calendar knows it and it is over, so that no row speaks of the future. */
export const generatedYear = 2025;

const minute = 60_000;
const hour = 60 * minute;

// Shares of the offices in the order of the list, of the import and of the export regimes.
const drawOffice = drawing([24, 12, 18, 22, 8, 3, 3, 7, 3]);
const imports = ['A11', 'A12', 'E21', 'E31', 'E11', 'A41', 'G12', 'A31'] as const;
const drawImport = drawing([30, 22, 14, 16, 10, 4, 2, 2]);
const exports = ['B11', 'E42', 'E62', 'E52', 'B13', 'G23'] as const;
const drawExport = drawing([38, 22, 22, 12, 4, 2]);

/** The declarations of the year in the order of their registration, each with its whole log of steps. */
export function* declarationRows(
  seed: number,
  total: number,
  enterprises: readonly GeneratedEnterprise[],
  officers: readonly GeneratedOfficer[],
): Generator<DeclarationCells> {
  const random = randomOf(seed, 'declarations');
  const working = compile(haiPhong20252027);
  const { zone } = haiPhong20252027;
  const [period] = offsetPeriods(startOfYear(generatedYear, zone), startOfYear(generatedYear + 1, zone), zone);
  const offset = period?.offset ?? 0;
  const say = sayingTimes(offset);
  const drawEnterprise = drawing(enterprises.map((_, place) => 1 / (place + 3)));
  const homes = enterprises.map(() => drawOffice(random));
  const staff = Map.groupBy(officers, ({ unit }) => unit);
  const of = (unit: string) =>
    staff.get(unit)?.[Math.floor(random.next() * (staff.get(unit)?.length ?? 0))]?.email ?? '';
  // The whole country counts on in one row of numbers, so those of one department have gaps.
  const counters = { '10': 600_000_000, '30': 700_000_000 };

  const firstMidnight = Date.UTC(generatedYear, 0, 1) - offset;
  for (const [day, count] of countsByDay(generatedYear, total, working, offset).entries()) {
    const midnight = firstMidnight + day * dayMilliseconds;
    const isWorkingDay = working.isOpen(new Date(midnight + 9.6 * hour));
    for (const timeOfDay of timesOfDay(random, count, isWorkingDay)) {
      const prefix = random.happens(0.55) ? '10' : '30';
      counters[prefix] += random.whole(1, 9);
      const place = drawEnterprise(random);
      const office = offices[random.happens(0.85) ? (homes[place] ?? 0) : drawOffice(random)] ?? offices[0];
      const registered = midnight + timeOfDay;
      yield {
        declarationNo: `${prefix}${counters[prefix]}${random.happens(0.03) ? random.whole(1, 3) : 0}`,
        taxCode: enterprises[place]?.taxCode ?? '',
        officeCode: office?.code ?? '',
        typeCode: prefix === '10' ? (imports[drawImport(random)] ?? '') : (exports[drawExport(random)] ?? ''),
        registeredAt: say(registered),
        ...stepsFrom(registered, office?.unit ?? ''),
      };
    }
  }

  function stepsFrom(registered: number, unit: string): DeclarationCells {
    const cancelled = random.happens(0.004);
    if (cancelled) return { channel: 'Vàng', state: 'Hủy', stateAt: say(after(registered, random.wait(hour, 1))) };
    const drawn = random.next();
    if (drawn < 0.6) return { channel: 'Xanh', clearedAt: say(registered + random.wait(2 * minute, 0.8)) };

    const checkedAt = after(registered, random.wait(50 * minute, 0.7));
    const checkedBy = of('R3-TQ');
    const check = { documentCheckAt: say(checkedAt), documentCheckBy: checkedBy };
    if (drawn < 0.95) {
      const clearedAt = after(checkedAt, random.wait(8 * minute, 0.6));
      return { channel: 'Vàng', ...check, clearedAt: say(clearedAt), clearedBy: checkedBy };
    }
    const inspectedAt = after(checkedAt, random.wait(3 * hour, 0.5));
    // One in ten steps is logged for the team as a whole.
    const inspection = {
      physicalInspectionAt: say(inspectedAt),
      physicalInspectionBy: random.happens(0.1) ? 'Đội Giám sát' : of(unit),
    };
    const change = random.happens(0.2) ? { channelChangeAt: say(checkedAt + minute), channelChangeBy: checkedBy } : {};
    const held = random.next();
    const heldAt = after(inspectedAt, random.wait(30 * minute, 0.5));
    const isHeld = held < 0.25;
    const where =
      held < 0.15
        ? { releasedAt: say(heldAt), releasedBy: checkedBy }
        : isHeld
          ? { storedAt: say(heldAt), storedBy: checkedBy }
          : {};
    const clearedAt = after(heldAt, random.wait(isHeld ? 16 * hour : 20 * minute, 0.6));
    return {
      channel: 'Đỏ',
      ...check,
      ...change,
      ...inspection,
      ...where,
      clearedAt: say(clearedAt),
      clearedBy: checkedBy,
    };
  }

  function after(from: number, wait: number): number {
    return working.dueAfter(new Date(from), wait).getTime();
  }
}

/** Writes instants as lists have them: 05/03/2025 08:15. */
function sayingTimes(offset: number): (at: number) => string {
  const days = new Map<number, string>();
  return (at) => {
    const wall = at + offset;
    const day = Math.floor(wall / dayMilliseconds);
    let said = days.get(day);
    if (said === undefined) {
      const [year, month, date] = new Date(wall).toISOString().slice(0, 10).split('-');
      said = `${date}/${month}/${year} `;
      days.set(day, said);
    }
    const minutes = Math.floor((wall - day * dayMilliseconds) / minute);
    return `${said}${pair(Math.floor(minutes / 60))}:${pair(minutes % 60)}`;
  };
}

function pair(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
