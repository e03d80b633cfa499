/** What becomes of the open cases of an officer who leaves a post. */
export type PassingOn =
  /** They wait in their unit for somebody to take them. */
  | { to: 'queue' }
  /** Each goes to whoever routing chooses in its unit now. */
  | { to: 'route' }
  | { to: 'officer'; officerId: number };
