export interface BenchOptions {
  size: 'small' | 'full';
  say: (line: string) => void;
  /** How many consoles are open, where that matters. */
  consoles?: number | undefined;
}

/** What a bench measured: ours beside its reference, in the same run. */
export interface Figures {
  name: string;
  ours: number;
  reference: number;
  /** ours ÷ reference */
  ratio: number;
  [figure: string]: number | string;
}

export type Bench = (options: BenchOptions) => Promise<Figures>;

/** The value below which `share` of the sorted figures lie. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
