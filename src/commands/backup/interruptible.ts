/** Answers a check that throws once the process was asked to end, so that long work stops at a place where it can tidy up. */
export function interruptible(): () => void {
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      asked = true;
      // A second one ends it at once.
    });
  return () => {
    if (asked) throw new Error('Đã dừng theo yêu cầu; chưa có gì thay đổi.');
  };
}
