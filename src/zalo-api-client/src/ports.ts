/** The network, as an argument: the global `fetch` fits. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The time, as an argument: nothing in this package reads it elsewhere. */
export interface Clock {
  now(): Date;
}
