import { bigint, timestamp } from 'drizzle-orm/pg-core';

/** An instant with the millisecond precision of a JavaScript `Date`, so that what is read equals what was written. */
export function instant(name?: string) {
  return name === undefined
    ? timestamp({ withTimezone: true, mode: 'date', precision: 3 })
    : timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });
}

/** A growing 64-bit key. Below 2^53 for as long as this product will live, so a plain number carries it. */
export function serialKey() {
  return bigint({ mode: 'number' }).generatedAlwaysAsIdentity().primaryKey();
}

export function keyOf() {
  return bigint({ mode: 'number' });
}
