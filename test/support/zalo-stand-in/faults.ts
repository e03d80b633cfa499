/** A way for Zalo to fail. With `accepted` the call is carried out all the same, and only its answer is lost. */
export type Fault =
  | { kind: 'error'; code: number; message?: string }
  | { kind: 'http'; status: number; accepted?: boolean }
  | { kind: 'hang'; accepted: boolean }
  | { kind: 'reset'; accepted: boolean }
  | { kind: 'garbage'; accepted: boolean };

export interface Faults {
  plan(fault: Fault, path: string, times: number): void;
  /** The fault planned for this path, which is then used up. */
  next(path: string): Fault | undefined;
}

export function openFaults(): Faults {
  const planned: { fault: Fault; path: string; left: number }[] = [];
  return {
    plan(fault, path, times) {
      planned.push({ fault, path, left: times });
    },
    next(path) {
      const index = planned.findIndex((plan) => isMeant(plan.path, path));
      const plan = planned[index];
      if (plan === undefined) return undefined;
      plan.left -= 1;
      if (plan.left <= 0) planned.splice(index, 1);
      return plan.fault;
    },
  };
}

// `*` means every path, and a path that ends in a slash everything under it.
function isMeant(wanted: string, path: string): boolean {
  return wanted === '*' || wanted === path || (wanted.endsWith('/') && path.startsWith(wanted));
}
