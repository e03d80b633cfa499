import { Conflict } from '../../errors.ts';
import type { Span, SpanOutcome } from '../../rules/organisation/spans.ts';
import { sayDate } from './administrator.ts';

/** The rows to write, or the refusal as a sentence. `what` is the thing whose history it is. */
export function rowsOrRefusal<S extends Span>(outcome: SpanOutcome<S>, what: string): S[] {
  if (outcome.ok) return outcome.write;
  const { refusal, span } = outcome;
  if (refusal === 'ended')
    throw new Conflict('ended', `${what} đã có ngày kết thúc ${sayDate(span.validTo ?? span.validFrom)}.`);
  throw new Conflict(
    'laterChangeStands',
    `${what} đã có thay đổi từ ngày ${sayDate(span.validFrom)}; chỉ có thể thay đổi từ sau ngày đó.`,
  );
}
