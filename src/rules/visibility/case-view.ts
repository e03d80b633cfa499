/** What of a case somebody had before their eyes: the case itself, a file that was sent with it, its row in a spreadsheet. */
export const viewedParts = ['detail', 'file', 'export'] as const;
export type ViewedPart = (typeof viewedParts)[number];

const windowMilliseconds = 10 * 60_000;

/** Looks within the same ten minutes are one. Half-open: a look at the full ten minutes begins the next ones. */
export function viewWindowAt(at: Date): Date {
  return new Date(Math.floor(at.getTime() / windowMilliseconds) * windowMilliseconds);
}
