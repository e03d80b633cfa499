import { Button, Loader, Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Wide } from '../administration/parts/wide.tsx';
import { Failure } from '../components/failure.tsx';
import { Tag } from '../components/tag.tsx';
import { useLanguage, usePhrases } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { shortMoment } from '../time/moments.ts';
import { type ViewsAsked, viewLogQuery } from './data.ts';
import styles from './oversight.module.css';
import { useOversightWords } from './words.ts';

/** Looks one by one, newest first, of one case or one officer where one was chosen. */
export function ViewLog({ asked, drop }: { asked: ViewsAsked; drop: () => void }) {
  const words = useOversightWords();
  const phrases = usePhrases();
  const { language } = useLanguage();
  const now = useDeskNow();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    viewLogQuery(asked),
  );
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loader size="sm" />;
  const items = data.pages.flatMap((page) => page.items);
  const about =
    asked.reference ?? (asked.officer === undefined ? undefined : (items[0]?.officer?.name ?? words.viewer));
  return (
    <>
      {about !== undefined && (
        <div className={styles.tools}>
          <Tag tone="soon">{words.only(about)}</Tag>
          <Button size="compact-sm" variant="subtle" onClick={drop}>
            {words.drop(about)}
          </Button>
        </div>
      )}
      {items.length === 0 && <p className="quiet">{words.none}</p>}
      {items.length > 0 && (
        <Wide label={words.tabs.log}>
          <Table verticalSpacing={7} horizontalSpacing="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.at}</Table.Th>
                <Table.Th>{words.viewer}</Table.Th>
                <Table.Th>{words.case}</Table.Th>
                <Table.Th>{words.part}</Table.Th>
                <Table.Th>{words.fromWhere}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ at, part, reference, kind, officer, unitName, keyName }) => (
                <Table.Tr key={`${at} ${reference} ${part} ${officer?.id ?? keyName}`}>
                  <Table.Td className="figures">{shortMoment(Date.parse(at), now, language)}</Table.Td>
                  <Table.Td>
                    <span className={styles.person}>{officer?.name ?? words.program(keyName ?? '')}</span>
                    {officer !== null && (
                      <span className="quiet">{[officer.title, unitName].filter(Boolean).join(', ')}</span>
                    )}
                  </Table.Td>
                  <Table.Td className="figures">
                    <Link to="/cases/$reference" params={{ reference }} search={{ box: 'all' }} className="link">
                      {reference}
                    </Link>{' '}
                    <span className="quiet">{phrases.kinds[kind]}</span>
                  </Table.Td>
                  <Table.Td>{words.parts[part]}</Table.Td>
                  <Table.Td>{keyName === null ? words.console : words.key}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      {hasNextPage && (
        <Button mt="md" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}
