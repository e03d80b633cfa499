import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { usePhrases } from '../language/language.tsx';
import { Failure } from './failure.tsx';
import { isPartMissing } from './missing-part.ts';
import { QuietPlace } from './quiet-place.tsx';

/** In place of a page that failed. One whose parts are of an earlier build, or did not arrive, offers to begin anew. */
export function PageFailure({ error }: { error: unknown }) {
  const router = useRouter();
  const phrases = usePhrases();
  if (isPartMissing(error))
    return (
      <QuietPlace icon="repair">
        <p role="alert">{phrases.partMissing}</p>
        <Button onClick={() => globalThis.location.reload()}>{phrases.reload}</Button>
      </QuietPlace>
    );
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
