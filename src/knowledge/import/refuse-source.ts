import { DeskError } from '../../errors.ts';

/** A file of which no appendix can be made. The sentence says what to do about it. */
export function refuseSource(sentence: string, cause?: unknown): DeskError {
  return new DeskError('unreadableSource', sentence, { cause });
}
