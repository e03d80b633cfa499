import { QuietPlace } from '../components/quiet-place.tsx';
import { usePhrases } from '../language/language.tsx';

export function NoCaseChosen() {
  const phrases = usePhrases();
  return (
    <QuietPlace icon="webchat">
      <p>{phrases.chooseCase}</p>
      <p>{phrases.chooseCaseHint}</p>
    </QuietPlace>
  );
}
