import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../components/failure.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { linkRequestsQuery } from '../data/queries.ts';
import { usePhrases } from '../language/language.tsx';
import styles from './links-page.module.css';
import { RequestCard } from './request-card.tsx';
import { useLinkWords } from './words.ts';

/** The people who say that they speak for an enterprise and wait for an officer's word. */
export function Requests() {
  const words = useLinkWords();
  const phrases = usePhrases();
  const { data: requests, error, refetch } = useQuery(linkRequestsQuery);
  return (
    <section aria-label={words.requests} className={styles.section}>
      <h2 className={styles.title}>{words.requests}</h2>
      {requests === undefined && error !== null && <Failure error={error} retry={() => void refetch()} />}
      {requests === undefined && error === null && <Loader size="sm" aria-label={phrases.loading} />}
      {requests?.length === 0 && (
        <QuietPlace icon="check">
          <p>{words.noRequests}</p>
        </QuietPlace>
      )}
      <ul className={styles.cards}>
        {requests?.map((request) => (
          <li key={request.id}>
            <RequestCard request={request} />
          </li>
        ))}
      </ul>
    </section>
  );
}
