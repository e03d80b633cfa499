import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Failure } from '../components/failure.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { usePhrases } from '../language/language.tsx';
import { sayDay } from '../time/days.ts';
import styles from './changes.module.css';
import { differencesQuery } from './data.ts';
import { Notice } from './notice.tsx';
import { PartChanges } from './part-changes.tsx';
import { useLibraryWords } from './words.ts';

const route = getRouteApi('/signedIn/library/$code/changes');

/** Two versions of one appendix side by side. */
export function DifferencesPage() {
  const words = useLibraryWords();
  const phrases = usePhrases();
  const { code } = route.useParams();
  const { from, to } = route.useSearch();
  const isChosen = from > 0 && to > 0;
  const { data, error, refetch } = useQuery({ ...differencesQuery(code, from, to), enabled: isChosen });
  if (!isChosen)
    return (
      <QuietPlace icon="swap">
        <p>{words.chooseVersions}</p>
        <Link to="/library/$code" params={{ code }} className="link">
          {code}
        </Link>
      </QuietPlace>
    );
  if (data === undefined) {
    if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
    return <Loader m="xl" size="sm" aria-label={phrases.loading} />;
  }
  const { before, after, changes, title } = data;
  const name = (version: typeof before) => (version === null ? '' : sayDay(version.validFrom));
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>
        {code}. {title}
      </h2>
      <p className={styles.versions}>
        {words.differences(name(before), name(after))} ·{' '}
        <Link to="/library/$code" params={{ code }} search={{ version: to }} className="link">
          {after?.version}
        </Link>
      </p>
      {after?.notice != null && <Notice sentence={after.notice} note={null} />}
      {changes.length === 0 ? (
        <QuietPlace icon="check">
          <p>{words.noChanges}</p>
        </QuietPlace>
      ) : (
        <PartChanges changes={changes} />
      )}
    </div>
  );
}
