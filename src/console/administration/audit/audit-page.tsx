import { Button, Code, Loader, Select, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Failure } from '../../components/failure.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLanguage } from '../../language/language.tsx';
import { useDeskNow } from '../../time/desk-time.ts';
import { shortMoment } from '../../time/moments.ts';
import { auditStatusQuery, readLedger } from '../data.ts';
import styles from '../page.module.css';
import { Page } from '../parts/page.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { type AuditWords, useAuditWords } from './words.ts';

type Stream = keyof AuditWords['streams'];

/** What administrators did, and whether the ledgers are sound. */
export function AuditPage() {
  const words = useAuditWords();
  const [stream, setStream] = useState<Stream>('organisation');
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['administration', 'ledger', stream],
    queryFn: ({ pageParam }) => readLedger(stream, pageParam),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextBefore,
  });
  const rows = data?.pages.flatMap(({ items }) => items);

  return (
    <Page title={words.title} lead={words.lead}>
      <Status />
      <div className={styles.tools}>
        <Select
          label={words.stream}
          w={240}
          allowDeselect={false}
          data={streamsOf(words).map((each) => ({ value: each, label: words.streams[each] }))}
          value={stream}
          onChange={(chosen) => setStream(streamsOf(words).find((each) => each === chosen) ?? stream)}
        />
        <TextInput label={words.find} w={260} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      </div>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {rows === undefined && error === null && <Loader size="sm" />}
      {rows !== undefined && <LedgerTable rows={rows} q={q} />}
      {hasNextPage && (
        <Button mt="md" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </Page>
  );
}

function Status() {
  const words = useAuditWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const { data: status } = useQuery(auditStatusQuery);
  if (status === undefined) return null;
  const { lastRoot, lastVerification: verified, rows, ledgers } = status;
  const number = new Intl.NumberFormat(language);
  const when = (at: string) => shortMoment(Date.parse(at), now, language);
  return (
    <section className={`${styles.card} ${styles.section}`}>
      <strong className="figures">{words.size(number.format(rows), number.format(ledgers))}</strong>
      <ul className={styles.rows}>
        <li>
          <span>{words.seal}</span>
          <span className="figures">
            {lastRoot === null ? words.never : `${when(lastRoot.sealedAt)} · ${lastRoot.hash.slice(0, 16)}…`}
          </span>
        </li>
        <li>
          <span>{words.verification}</span>
          {verified === null ? (
            <span>{words.never}</span>
          ) : (
            <span className="figures">
              {when(verified.at)}{' '}
              <Tag tone={verified.breaks === 0 ? 'met' : 'overdue'}>
                {verified.breaks === 0 ? words.sound(number.format(verified.rows)) : words.broken(verified.breaks)}
              </Tag>
            </span>
          )}
        </li>
        <li>
          <span>{words.command}</span>
          <Code>npm run cli -- verify-audit</Code>
        </li>
      </ul>
    </section>
  );
}

function streamsOf({ streams }: AuditWords): Stream[] {
  // The words are typed by the streams, and there is one for each.
  return Object.keys(streams) as Stream[];
}
