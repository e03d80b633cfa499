import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everythingAnswered } from '../../support/everything-answered.ts';
import { type GeneratedOrganisation, generatedOrganisation } from '../../support/generated-organisation.ts';
import { openReportDesk } from '../../support/report-desk.ts';

const reportsBefore = 2;
const seed = Number(process.env.FC_SEED ?? 20261122);
const generated = fc.sample(generatedOrganisation(6), { numRuns: 40, seed });
// Those who would see the most: what is kept from them would otherwise be in every list, or in every total.
const plans = (['internalControl', 'administrator'] as const).flatMap((role) =>
  generated
    .flatMap((plan) => {
      const report = plan.reports.find(({ party }) => [...party].some((place) => roleAt(plan, place) === role));
      return report === undefined ? [] : [{ role, plan, report }];
    })
    .slice(0, 1),
);

test.each(plans)(
  `everything that $role can read stays as it was when there is a report about them (seed ${seed})`,
  async ({ plan, report }) => {
    const others = plan.reports.filter((each) => each !== report).slice(0, reportsBefore);
    await using rig = await openReportDesk({ ...plan, reports: others }, '2026-03-06T09:00:00+07:00');
    const named = {
      reference: rig.reports.map(({ reference }) => reference),
      taxCode: ['0200000011'],
      number: plan.declarations.map(({ number }) => number).slice(0, 2),
      code: ['PL01'],
      noun: ['declarations'],
      month: ['2026-02'],
      '?state': ['any'],
      '?q': ['cong chuc'],
    };
    // One of each role among the subjects: whoever has the same asks the same.
    const places = [...report.party].filter(
      (place, index, all) => all.findIndex((each) => roleAt(plan, each) === roleAt(plan, place)) === index,
    );
    const readAll = async () => {
      const said = new Map<string, string>();
      for (const place of places) {
        const caller = rig.callerAs(rig.planted.officerIds[place] ?? 0);
        for (const [address, answer] of await everythingAnswered(caller, named))
          said.set(`${roleAt(plan, place)} ${address}`, answer);
      }
      return said;
    };

    // Reading is itself taken down, once for ten minutes.
    await readAll();
    await rig.web.views.settle();
    const without = await readAll();
    const { reference } = await rig.open(report);
    const withIt = await readAll();

    const changed = [...without].filter(([address, said]) => withIt.get(address) !== said);
    expect(
      changed.map(([address, before]) => ({ address, before, after: withIt.get(address) })),
      reference,
    ).toEqual([]);
    expect(without.size).toBeGreaterThan(150);
  },
  120_000,
);

function roleAt({ officers }: GeneratedOrganisation, place: number) {
  return officers[place]?.role;
}
