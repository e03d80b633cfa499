/** The desk's present on this page: what the server last said, and the time that has passed since. */
export interface Present {
  set(serverTime: string): void;
  now(): Date;
}

/** Until the server has spoken it is the beginning of time, and nothing is shown by it. */
export function openPresent(elapsedMilliseconds: () => number): Present {
  let saidAt = 0;
  let said = 0;
  return {
    set(serverTime) {
      said = Date.parse(serverTime);
      saidAt = elapsedMilliseconds();
    },
    now: () => new Date(said + elapsedMilliseconds() - saidAt),
  };
}
