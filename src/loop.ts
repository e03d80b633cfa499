/** What one pass found: `more` to run again at once, otherwise when to look again by itself. */
export type PassResult = 'more' | { nextInMilliseconds: number };

export interface Loop {
  /** Asks for a pass as soon as the present one is over. */
  wake(): void;
  /** Ends after the pass in hand. */
  stop(): Promise<void>;
}

/**
 * Runs `pass` whenever it is woken and whenever its own waiting time is over, never two at once. A pass that throws is
 * reported and tried again after a second: a timer must survive a lost connection.
 */
export function startLoop(options: { pass: () => Promise<PassResult>; onFault: (fault: unknown) => void }): Loop {
  let stopped = false;
  let wanted = true;
  let rouse: (() => void) | null = null;

  async function run(): Promise<void> {
    while (!stopped) {
      wanted = false;
      const waitMilliseconds = await options.pass().then(
        (result) => (result === 'more' ? 0 : result.nextInMilliseconds),
        (fault: unknown) => {
          options.onFault(fault);
          return 1000;
        },
      );
      if (waitMilliseconds > 0) await sleepUnlessWoken(waitMilliseconds);
    }
  }

  function sleepUnlessWoken(milliseconds: number): Promise<void> {
    if (wanted || stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(finish, milliseconds);
      rouse = finish;
      function finish(): void {
        clearTimeout(timer);
        rouse = null;
        resolve();
      }
    });
  }

  const running = run();
  return {
    wake() {
      wanted = true;
      rouse?.();
    },
    async stop() {
      stopped = true;
      rouse?.();
      await running;
    },
  };
}
