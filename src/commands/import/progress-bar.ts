import { SingleBar } from 'cli-progress';

/** A bar that shows how much of a file is taken. */
export function progressBar(totalBytes: number | null): SingleBar {
  const bar = new SingleBar({
    format: '{bar} {percentage} % · {rows} dòng · còn {eta_formatted}',
    hideCursor: true,
    // Where nobody watches, only the counts at the end are written.
    noTTYOutput: false,
  });
  bar.start(totalBytes ?? 1, 0, { rows: '0' });
  return bar;
}
