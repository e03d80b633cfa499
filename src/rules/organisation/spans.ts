/** A stretch of whole days, half-open: `validTo` is the first day on which it no longer holds. Dates are ISO texts. */
export interface Span {
  validFrom: string;
  validTo: string | null;
}

export type SpanRefusal =
  /** The last span begins later: what follows a change would have to be changed first. */
  'laterSpanStands' | 'ended';

export type SpanOutcome<S> = { ok: true; write: S[] } | { ok: false; refusal: SpanRefusal; span: S };

/** What held on `date`; null before the first span, after the last and in a gap. */
export function asOf<S extends Span>(spans: readonly S[], date: string): S | null {
  return spans.find((span) => holdsOn(span, date)) ?? null;
}

export function holdsOn({ validFrom, validTo }: Span, date: string): boolean {
  return validFrom <= date && (validTo === null || date < validTo);
}

/** Whether two spans share a day. Adjacent ones do not. */
export function overlap(a: Span, b: Span): boolean {
  return (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo);
}

/**
 * The rows to write so that `next` holds from its first day on: the last span is closed on that day. A span that begins
 * on the very same day is written over, because a correction is not a second change.
 */
export function changeFrom<S extends Span>(spans: readonly S[], next: S): SpanOutcome<S> {
  const last = latest(spans);
  if (last === null) return { ok: true, write: [next] };
  if (last.validTo !== null) return { ok: false, refusal: 'ended', span: last };
  if (next.validFrom < last.validFrom) return { ok: false, refusal: 'laterSpanStands', span: last };
  if (next.validFrom === last.validFrom) return { ok: true, write: [next] };
  return { ok: true, write: [{ ...last, validTo: next.validFrom }, next] };
}

/** The row to write so that nothing holds from `date` on. The last span keeps at least one day. */
export function endOn<S extends Span>(spans: readonly S[], date: string): SpanOutcome<S> {
  const last = latest(spans);
  if (last === null) return { ok: true, write: [] };
  if (last.validTo !== null) return { ok: false, refusal: 'ended', span: last };
  if (date <= last.validFrom) return { ok: false, refusal: 'laterSpanStands', span: last };
  return { ok: true, write: [{ ...last, validTo: date }] };
}

export function latest<S extends Span>(spans: readonly S[]): S | null {
  return spans.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)).at(-1) ?? null;
}
