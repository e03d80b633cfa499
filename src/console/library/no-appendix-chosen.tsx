import { QuietPlace } from '../components/quiet-place.tsx';
import { useLibraryWords } from './words.ts';

/** In place of a text while none is chosen. */
export function NoAppendixChosen() {
  const words = useLibraryWords();
  return (
    <QuietPlace icon="book">
      <p>{words.choose}</p>
    </QuietPlace>
  );
}
