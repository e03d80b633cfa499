import { test } from 'vitest';
import { openEmptyDesk, plant } from './empty-desk.ts';
test.each(['2026-11-22T12:45:00+07:00','2026-11-20T10:10:00+07:00'])('explore %s', async (now) => {
  await using desk = await openEmptyDesk(now);
  const t0 = performance.now();
  const { planting, signIns } = await plant(desk);
  console.log(now, Math.round(performance.now()-t0), 'ms', signIns.length);
  const rows = await desk.database.sql`select c.id, c.reference, c.state, c.level, u.short_name as unit, o.name, o.role, c.opened_at, c.next_due_at, c.policy_id from cases c join units u on u.id=c.unit_id left join officers o on o.id=c.assignee_id order by c.id`;
  for (const r of rows) {
    const shows = [...(planting?.references ?? [])].find(([, ref]) => ref === r.reference)?.[0];
    console.log(shows, r.reference, r.state, 'L' + r.level, r.unit, r.name, r.role, r.opened_at.toISOString(), 'due', r.next_due_at?.toISOString());
    const cl = await desk.database.sql`select kind, cycle, level, state, due_at from clocks where case_id=${r.id} order by kind, cycle`;
    console.log('   ', cl.map((c) => `${c.kind}${c.cycle}@${c.level}:${c.state}`).join(' '));
    if (now.includes('20T')) {
    const ev = await desk.database.sql`select type, at, detail from case_events where case_id=${r.id} order by ordinal`;
    console.log('   ', ev.map((e) => `${e.at.toISOString().slice(8,16)} ${e.type}`).join(' | '));
    const al = await desk.database.sql`select a.kind, o.name, a.text, a.acknowledged_at from alerts a join officers o on o.id=a.officer_id where case_id=${r.id} order by a.id`;
    for (const a of al) console.log('     !', a.kind, a.name, a.acknowledged_at !== null, a.text.replaceAll('\n',' / ').slice(0,150));
    const ms = await desk.database.sql`select author, text from messages where case_id=${r.id} order by id`;
    if (shows==='raised') for (const m of ms) console.log('     #', m.author, m.text);
    }
  }
  console.log(await desk.database.sql`select state, count(*) from outbox group by 1`);
});
