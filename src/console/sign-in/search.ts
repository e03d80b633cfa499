export interface SignInSearch {
  /** Where the officer was going. */
  from?: string;
  /** Back from the directory: a code of our own is still wanted. */
  step?: 'code';
  /** Back from the directory without being let in, and why. */
  refused?: string;
}

/** What the address of the sign-in page says. Only an address of ours may follow the sign-in. */
export function signInSearch({ from, step, refused }: Record<string, unknown>): SignInSearch {
  return {
    ...(typeof from === 'string' && from.startsWith('/console/') ? { from } : {}),
    ...(step === 'code' ? { step } : {}),
    ...(typeof refused === 'string' ? { refused } : {}),
  };
}
