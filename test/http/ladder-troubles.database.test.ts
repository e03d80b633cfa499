import { expect, test } from 'vitest';
import { recomputeClocks } from '../../src/desk/cases/recompute-clocks.ts';
import { openMetrics } from '../../src/http/metrics.ts';
import { ladderSteps } from '../../src/store/schema/cases.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';
import { openWeb } from '../support/web.ts';

test('a step of the ladder that could not be fired is among the troubles, without the case for those who may not see it', async () => {
  await using desk = await openDesk({ now: '2026-03-06T09:00+07:00' });
  await using web = await openWeb(desk);
  const { row } = await openACase(desk);
  await desk.database.db.update(ladderSteps).set({ attempts: 2, note: 'disk is full', retryAt: desk.clock.now() });
  const administrator = await web.signIn(desk.organisation.officers.administrator);

  const toAProgram = (await web.program.get('/api/v1/troubles')).body;
  const toTheAdministrator = (await administrator.get('/api/v1/troubles')).body;

  expect(toAProgram[0]).toMatchObject({ where: 'ladder', problem: 'disk is full', caseReference: row.reference });
  expect(toTheAdministrator[0]).toMatchObject({
    where: 'ladder',
    problem: 'disk is full',
    caseReference: null,
    excerpt: '',
  });
});

test('the figures tell how late steps fire, how many fail and how many clocks differ', async () => {
  await using desk = await openDesk({ now: '2026-03-06T09:00+07:00' });
  await openACase(desk);
  await desk.database.db.update(ladderSteps).set({ attempts: 1, note: 'disk is full', retryAt: desk.clock.now() });
  const metrics = openMetrics(desk.database.db);

  metrics.ladderLatenessSeconds.observe({ act: 'remind' }, 0.04);
  await recomputeClocks(desk);
  const shown = await metrics.registry.metrics();

  expect(shown).toContain('dong_hanh_ladder_lateness_seconds_bucket{le="0.05",act="remind"} 1');
  expect(shown).toContain('dong_hanh_waiting{queue="ladder",state="failing"} 5');
  expect(shown).toContain('dong_hanh_clocks_differing 0');
});
