/**
 * Starts a service and ends it tidily at the first SIGINT or SIGTERM; a second one ends it at once. A start that fails
 * says why in one sentence where it can.
 */
export async function runUntilStopped(start: () => Promise<{ close(): Promise<void> }>): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    }
  });
  try {
    const service = await start();
    await stopped;
    await service.close();
    process.exit(0);
  } catch (fault) {
    console.error(fault instanceof Error ? (process.env.LOG_LEVEL === 'debug' ? fault.stack : fault.message) : fault);
    process.exit(1);
  }
}
