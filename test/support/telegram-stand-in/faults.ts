/** A way for Telegram to fail. With `accepted` the call is carried out all the same, and only its answer is lost. */
export type Fault =
  | { kind: 'error'; code: number; description?: string }
  | { kind: 'tooMany'; retryAfterSeconds: number }
  | { kind: 'hang'; accepted: boolean }
  | { kind: 'reset'; accepted: boolean }
  | { kind: 'garbage'; accepted: boolean };

export interface Faults {
  /** The next `times` calls of `method` fail in this way. A file download is the method `download`. */
  plan(fault: Fault, method: string, times: number): void;
  /** The fault planned for this call, which is then used up. */
  next(method: string): Fault | undefined;
}

export function openFaults(): Faults {
  const planned: { fault: Fault; method: string; left: number }[] = [];
  return {
    plan(fault, method, times) {
      planned.push({ fault, method, left: times });
    },
    next(method) {
      const index = planned.findIndex((plan) => plan.method === method || plan.method === '*');
      const plan = planned[index];
      if (plan === undefined) return undefined;
      plan.left -= 1;
      if (plan.left <= 0) planned.splice(index, 1);
      return plan.fault;
    },
  };
}
