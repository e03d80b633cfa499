import { Loader, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { AppendixChangeView } from '../../http/library-views.ts';
import { Failure } from '../components/failure.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { Tag } from '../components/tag.tsx';
import { usePhrases } from '../language/language.tsx';
import { sayDay } from '../time/days.ts';
import styles from './changes.module.css';
import { changesSinceQuery } from './data.ts';
import { PartChanges } from './part-changes.tsx';
import { useLibraryWords } from './words.ts';

const route = getRouteApi('/signedIn/library/changes');

/** What customs promises otherwise than on the day an agreement was signed. */
export function ChangesPage() {
  const words = useLibraryWords();
  const { since, asOf } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{words.changesTitle}</h2>
      <TextInput
        type="date"
        label={words.since}
        value={since ?? ''}
        className={styles.chooser ?? ''}
        onChange={(event) => {
          const day = event.currentTarget.value;
          void navigate({ search: (before) => ({ ...before, since: day === '' ? undefined : day }) });
        }}
      />
      {since === undefined ? (
        <QuietPlace icon="swap">
          <p>{words.pickDay}</p>
        </QuietPlace>
      ) : (
        <Since since={since} until={asOf} />
      )}
    </div>
  );
}

function Since({ since, until }: { since: string; until: string | undefined }) {
  const words = useLibraryWords();
  const phrases = usePhrases();
  const { data, error, refetch } = useQuery(changesSinceQuery(since, until));
  if (data === undefined) {
    if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
    return <Loader m="xl" size="sm" aria-label={phrases.loading} />;
  }
  if (data.length === 0)
    return (
      <QuietPlace icon="check">
        <p>{words.noChanges}</p>
      </QuietPlace>
    );
  return data.map((appendix) => <OneAppendix key={appendix.code} appendix={appendix} />);
}

function OneAppendix({ appendix: { code, title, before, after, changes } }: { appendix: AppendixChangeView }) {
  const words = useLibraryWords();
  return (
    <section className={styles.appendix} aria-label={code}>
      <h3>
        {code}. {title}
      </h3>
      {(after ?? before)?.notice != null && <Tag tone="soon">{words.demonstration}</Tag>}
      {before !== null && after !== null && (
        <p className={styles.versions}>{words.differences(sayDay(before.validFrom), sayDay(after.validFrom))}</p>
      )}
      {before === null && <Tag tone="met">{words.newAppendix}</Tag>}
      {after === null && <Tag tone="overdue">{words.endedAppendix}</Tag>}
      {before !== null && after !== null && <PartChanges changes={changes} />}
    </section>
  );
}
