/** Lets one through at a time, in the order of arrival. */
export interface Turnstile {
  /** Resolves with what has to be called to let the next one in. */
  enter(): Promise<() => void>;
}

export function openTurnstile(): Turnstile {
  let last: Promise<void> = Promise.resolve();
  return {
    async enter() {
      const before = last;
      let leave = () => {};
      last = new Promise((resolve) => {
        leave = resolve;
      });
      await before;
      return leave;
    },
  };
}
