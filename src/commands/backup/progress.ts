import { SingleBar } from 'cli-progress';

/** A bar over bytes. Where nobody watches, only the counts at the end are written. */
export function openProgress() {
  const bar = new SingleBar({
    format: '{bar} {percentage} % · còn {eta_formatted}',
    hideCursor: true,
    noTTYOutput: false,
  });
  let all = 0;
  let done = 0;
  return {
    start(bytes: number) {
      all = Math.max(1, bytes);
      bar.start(all, 0);
    },
    add(bytes: number) {
      // An estimate that was too small stays just below the end.
      done = Math.min(done + bytes, all * 0.99);
      bar.update(done);
    },
    /** Twice is as good as once. */
    stop() {
      bar.stop();
    },
  };
}
