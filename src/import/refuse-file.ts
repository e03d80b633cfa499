import { DeskError } from '../errors.ts';

/** A file of which nothing can be read. The sentence says what to do about it. */
export function refuseFile(sentence: string): DeskError {
  return new DeskError('unreadableFile', sentence);
}
