import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { LookUpsView } from '../../http/look-up-routes.ts';
import { Failure } from '../components/failure.tsx';
import { QuietPlace } from '../components/quiet-place.tsx';
import { Tag } from '../components/tag.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import { lookUpsQuery } from './data.ts';
import styles from './look-ups.module.css';
import { RepeatedCard } from './repeated-card.tsx';
import { useLookUpWords } from './words.ts';

/** For those who write the texts: what people ask again and again, and what the texts do not answer. */
export function LookUpsPage() {
  const words = useLookUpWords();
  const { phrases } = useLanguage();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(lookUpsQuery);
  const first = data?.pages[0];
  if (first === undefined) {
    if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
    return <Loader m="xl" size="sm" aria-label={phrases.loading} />;
  }
  const unanswered = data?.pages.flatMap((page) => page.unanswered) ?? [];
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{words.title}</h2>
      <p className="quiet">{words.hint}</p>
      <Figures figures={first.figures} />

      <h3 className={styles.subtitle}>{words.repeated}</h3>
      {first.repeated.length === 0 && <p className="quiet">{words.noRepeated}</p>}
      <ul className={styles.cards}>
        {first.repeated.map((repeated) => (
          <li key={repeated.tokens}>
            <RepeatedCard repeated={repeated} />
          </li>
        ))}
      </ul>

      <h3 className={styles.subtitle}>{words.unanswered}</h3>
      {unanswered.length === 0 && (
        <QuietPlace icon="check">
          <p>{words.noUnanswered}</p>
        </QuietPlace>
      )}
      <ul className={styles.rows}>
        {unanswered.map((row) => (
          <Unanswered key={row.id} row={row} />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.older}
        </Button>
      )}

      {first.accepted.length > 0 && <h3 className={styles.subtitle}>{words.accepted}</h3>}
      <ul className={styles.rows}>
        {first.accepted.map(({ tokens, question, address }) => (
          <li key={tokens} className={styles.row}>
            <span>{question}</span>
            <span className={styles.small}>{address ?? words.nothingShown}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Figures({ figures }: { figures: LookUpsView['figures'] }) {
  const words = useLookUpWords();
  const all = [
    [figures.asked, words.asked],
    [figures.notFound, words.notFound],
    [figures.helpful, words.helpful],
    [figures.unhelpful, words.unhelpful],
  ] as const;
  return (
    <ul className={styles.figures}>
      {all.map(([figure, says]) => (
        <li key={says}>
          <strong className="figures">{figure}</strong> {says}
        </li>
      ))}
    </ul>
  );
}

function Unanswered({ row }: { row: LookUpsView['unanswered'][number] }) {
  const words = useLookUpWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const { question, isInOwnWords, shown, isFound, at } = row;
  return (
    <li className={styles.row}>
      <span>
        {question} {!isInOwnWords && <Tag>{words.keywords}</Tag>}
      </span>
      <span className={styles.small}>
        {moment(Date.parse(at), now, language)} · {isFound ? words.wrong(shown.join('; ')) : words.notFound}
      </span>
    </li>
  );
}
