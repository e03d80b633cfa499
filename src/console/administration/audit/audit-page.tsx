import { Button, Loader, Select, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Failure } from '../../components/failure.tsx';
import { readLedger } from '../data.ts';
import styles from '../page.module.css';
import { Page } from '../parts/page.tsx';
import { AuditStatus } from './audit-status.tsx';
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
      <AuditStatus />
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

function streamsOf({ streams }: AuditWords): Stream[] {
  // The words are typed by the streams, and there is one for each.
  return Object.keys(streams) as Stream[];
}
