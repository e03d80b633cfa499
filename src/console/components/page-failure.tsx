import { useRouter } from '@tanstack/react-router';
import { usePhrases } from '../language/language.tsx';
import { Failure } from './failure.tsx';
import { QuietPlace } from './quiet-place.tsx';

/** In place of a page that failed. */
export function PageFailure({ error }: { error: unknown }) {
  const router = useRouter();
  return <Failure error={error} retry={() => void router.invalidate()} />;
}

/** In place of a page that does not exist. */
export function NoSuchPage() {
  const phrases = usePhrases();
  return (
    <QuietPlace icon="question">
      <p>{phrases.notFound}</p>
      <a href="/console" className="link">
        {phrases.toFirstPage}
      </a>
    </QuietPlace>
  );
}
