import fc from 'fast-check';
import type { CaseState, Level } from '../../../src/rules/case/words.ts';

/** What may befall a case, whoever does it. */
export type Deed =
  | { do: 'take' | 'handOver' | 'awaitResult' | 'resultArrived' | 'resolve' | 'conclude' | 'raise' | 'acknowledge' }
  | { do: 'write' | 'confirm' | 'notSolved' | 'ask' | 'mergeAway' | 'absorb' }
  | { do: 'reply'; next: 'nothing' | 'awaitEnterprise' | 'resolve' }
  | { do: 'deliver'; arrives: boolean }
  | { do: 'transfer'; to: 0 | 1 }
  | { do: 'interim'; minutesAhead: number }
  | { do: 'pass'; minutes: number };

export interface Where {
  state: CaseState;
  level: Level;
  /** Which of the two units of the test has it; neither at the start of a report. */
  unit: 0 | 1 | null;
}

/** Something that carries deeds out: the rules alone, or the whole desk on a database. */
export interface LifeSystem {
  where(): Promise<Where>;
  /** The code of the refusal; null when it was done. Deeds it cannot do are skipped. */
  attempt(deed: Deed): Promise<string | null | 'skipped'>;
  /** Throws where what is stored contradicts itself. */
  audit(): Promise<void>;
}

const plain = fc.constantFrom(
  ...(['take', 'handOver', 'awaitResult', 'resultArrived', 'resolve', 'conclude', 'raise', 'acknowledge'] as const),
  ...(['write', 'confirm', 'notSolved', 'ask', 'absorb'] as const),
);

/** Minutes that hit the edges of promises as well as anything between: a coffee, a working day, a long holiday. */
const minutes = fc.oneof(
  fc.integer({ min: 1, max: 240 }),
  fc.constantFrom(30, 60, 90, 120, 240, 480, 1440),
  fc.integer({ min: 240, max: 3 * 1440 }),
);

export const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 10, arbitrary: plain.map((verb): Deed => ({ do: verb })) },
  { weight: 2, arbitrary: fc.constant<Deed>({ do: 'mergeAway' }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom('nothing', 'awaitEnterprise', 'resolve').map((next): Deed => ({ do: 'reply', next })),
  },
  { weight: 5, arbitrary: fc.boolean().map((arrives): Deed => ({ do: 'deliver', arrives })) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1).map((to): Deed => ({ do: 'transfer', to })) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 60, max: 2000 }).map((minutesAhead): Deed => ({ do: 'interim', minutesAhead })),
  },
  { weight: 5, arbitrary: minutes.map((passing): Deed => ({ do: 'pass', minutes: passing })) },
);
