import type { LinkWords } from './words.ts';

export function roleChoices({ roles }: LinkWords) {
  return (['owner', 'staff', 'broker'] as const).map((value) => ({ value, label: roles[value] }));
}
