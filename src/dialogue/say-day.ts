/** A local day (`2026-12-04`) as people read it: 04/12/2026. */
export function dayOfDate(date: string): string {
  return date.split('-').toReversed().join('/');
}
