import { act, type Desk } from '../../desk/act.ts';
import { raiseFlags } from '../../desk/ratings/flags/raise-flags.ts';
import type { Jobs } from '../../store/jobs.ts';
import { publishFigures } from './publish-figures.ts';
import { refreshFigures } from './refresh-figures.ts';

/** Keeps the figures of ratings: to the minute for those who read them exactly, and by night what is done once a day. */
export async function workOnRatingFigures(desk: Desk, jobs: Jobs): Promise<void> {
  await jobs.work('rating-figures', () => bringFiguresToDate(desk));
  await jobs.work('rating-night', async () => {
    await act(desk, { kind: 'schedule', name: 'rating-figures' }, (current) =>
      refreshFigures(current, { isFull: true }),
    );
    await act(desk, { kind: 'schedule', name: 'rating-flags' }, raiseFlags);
  });
  // What came in while no process ran; a year brought in at once takes a quarter of a minute, so nothing waits for it.
  await desk.database.db.transaction((tx) => jobs.send(tx, 'rating-figures', {}));
  await jobs.schedule('rating-figures', '* * * * *', desk.zone);
  await jobs.schedule('rating-night', '35 2 * * *', desk.zone);
}

/** The figures of the present, and the months that have settled by now. */
export async function bringFiguresToDate(desk: Desk): Promise<void> {
  const by = { kind: 'schedule', name: 'rating-figures' } as const;
  await act(desk, by, (current) => refreshFigures(current, { isFull: false }));
  await act(desk, by, publishFigures);
}
