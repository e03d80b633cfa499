import fc from 'fast-check';
import type { StepName } from '../../src/rules/routing/step-in-question.ts';
import type { Role } from '../../src/rules/visibility/can-see.ts';

/** An organisation and the reports about it, as plain data in which officers are known by their place in the list. */
export interface GeneratedOrganisation {
  units: { parent: number | null; name: string }[];
  officers: { unit: number; role: Role; name: string; title: string; isAway: boolean }[];
  declarations: { number: string; steps: { step: StepName; officer: number }[] }[];
  reports: GeneratedReport[];
}

export interface GeneratedReport {
  kind: 'report' | 'verification';
  text: string;
  /** A word that stands in this report and in no other. */
  mark: string;
  declaration: number | null;
  step: StepName | null;
  /** Chosen by the enterprise rather than named in the text. */
  subjects: number[];
  officeUnit: number | null;
  /** By construction: everybody who must never meet it. */
  party: Set<number>;
  /** Found out by internal control once the report is open. */
  foundLater: number | null;
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô'];
const middles = ['Thị', 'Văn', 'Đức', 'Quang', 'Thu', 'Hải', 'Minh', 'Ngọc'];
const givens = ['Lan', 'Hùng', 'Hòa', 'Sơn', 'Mai', 'Long', 'Trang', 'Đạt', 'Yến', 'Kiên', 'Bình', 'Thảo'];
const steps: readonly StepName[] = ['documentCheck', 'physicalInspection', 'channelChange', 'released', 'cleared'];

/** Differently shaped trees, staffed by chance: control may be strong, weak, party to everything or not there at all. */
export function generatedOrganisation(reportCount: number): fc.Arbitrary<GeneratedOrganisation> {
  return fc
    .record({
      parents: fc.array(fc.nat({ max: 20 }), { minLength: 3, maxLength: 6 }),
      staff: fc.array(fc.tuple(fc.nat({ max: 20 }), fc.boolean()), { minLength: 8, maxLength: 14 }),
      control: fc.array(fc.tuple(fc.nat({ max: 20 }), fc.boolean()), { maxLength: 3 }),
      leaderIsAway: fc.boolean(),
      declarations: fc.array(fc.array(fc.tuple(fc.constantFrom(...steps), fc.nat({ max: 99 })), { maxLength: 4 }), {
        minLength: 6,
        maxLength: 12,
      }),
      reports: fc.array(reportSeed, { minLength: reportCount, maxLength: reportCount }),
    })
    .map(build);
}

const reportSeed = fc.record({
  kind: fc.constantFrom('report' as const, 'verification' as const),
  named: fc.uniqueArray(fc.nat({ max: 99 }), { maxLength: 2 }),
  spelling: fc.constantFrom<Spelling>('asIs', 'unmarked', 'capitals', 'decomposed'),
  superior: fc.option(fc.nat({ max: 99 }), { freq: 3 }),
  subject: fc.option(fc.nat({ max: 99 }), { freq: 2 }),
  declaration: fc.option(fc.nat({ max: 99 }), { freq: 2 }),
  step: fc.option(fc.constantFrom(...steps), { freq: 1 }),
  officeUnit: fc.option(fc.nat({ max: 99 }), { freq: 2 }),
  foundLater: fc.option(fc.nat({ max: 99 }), { freq: 1 }),
});

type Seeds = {
  parents: number[];
  staff: [number, boolean][];
  control: [number, boolean][];
  leaderIsAway: boolean;
  declarations: [StepName, number][][];
  reports: (typeof reportSeed extends fc.Arbitrary<infer Seed> ? Seed : never)[];
};

function build(seeds: Seeds): GeneratedOrganisation {
  const units: GeneratedOrganisation['units'] = [{ parent: null, name: 'Chi cục khu vực' }];
  for (const seed of seeds.parents) units.push({ parent: seed % units.length, name: `Đơn vị số ${units.length}` });

  const officers: GeneratedOrganisation['officers'] = [];
  function hire(unit: number, role: Role, title: string, isAway: boolean): void {
    const place = officers.length;
    const pick = (list: readonly string[], by: number) => list[by % list.length] ?? '';
    const name = `${pick(families, place)} ${pick(middles, place * 3 + 1)} ${pick(givens, place * 5 + Math.floor(place / 10))}`;
    officers.push({ unit, role, name, title, isAway });
  }
  hire(0, 'departmentLeader', 'Chi cục trưởng', seeds.leaderIsAway);
  hire(0, 'administrator', 'Quản trị hệ thống', false);
  hire(units.length - 1, 'administrator', 'Quản trị hệ thống', false);
  for (let unit = 1; unit < units.length; unit += 1) hire(unit, 'unitHead', 'Đội trưởng', unit % 3 === 0);
  for (const [unit, isAway] of seeds.control) hire(unit % units.length, 'internalControl', 'Kiểm tra nội bộ', isAway);
  for (const [unit, isAway] of seeds.staff) hire(unit % units.length, 'officer', 'Công chức', isAway);

  const declarations = seeds.declarations.map((done, index) => ({
    number: `1057000${String(index).padStart(4, '0')}0`,
    steps: done.map(([step, officer]) => ({ step, officer: officer % officers.length })),
  }));

  const reports = seeds.reports.map((seed, index): GeneratedReport => {
    const within = (place: number) => place % officers.length;
    const named = seed.named.map(within);
    const heads = officers.flatMap(({ role }, place) => (role === 'unitHead' ? [place] : []));
    const superior = seed.superior === null ? null : (heads[seed.superior % heads.length] ?? null);
    const declaration = seed.declaration === null ? null : seed.declaration % declarations.length;
    const recorded = (declaration === null ? [] : (declarations[declaration]?.steps ?? [])).filter(
      ({ step }) => seed.step === null || step === seed.step,
    );
    const subjects = seed.subject === null ? [] : [within(seed.subject)];
    const namesOf = named.map((place) => spell(officers[place]?.name ?? '', seed.spelling));
    const mark = `dauhieu${index}x`;
    const post =
      superior === null
        ? ''
        : ` và ${officers[superior]?.title} ${units[officers[superior]?.unit ?? 0]?.name} biết mà bỏ qua`;
    const text = `Công chức ${namesOf.join(', ')} gây khó khăn khi làm thủ tục${post}. Mã ${mark}.`;
    const party = new Set([...named, ...subjects, ...recorded.map(({ officer }) => officer)]);
    if (superior !== null) party.add(superior);
    return {
      kind: seed.kind,
      text,
      mark,
      declaration,
      step: seed.step,
      subjects,
      officeUnit: seed.officeUnit === null ? null : seed.officeUnit % units.length,
      party,
      foundLater: seed.foundLater === null ? null : within(seed.foundLater),
    };
  });
  return { units, officers, declarations, reports };
}

type Spelling = 'asIs' | 'unmarked' | 'capitals' | 'decomposed';

function spell(name: string, spelling: Spelling): string {
  if (spelling === 'capitals') return name.toUpperCase();
  if (spelling === 'decomposed') return name.normalize('NFD');
  if (spelling === 'asIs') return name;
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}
