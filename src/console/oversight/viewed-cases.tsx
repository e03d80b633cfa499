import { Loader, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Wide } from '../administration/parts/wide.tsx';
import { Failure } from '../components/failure.tsx';
import { Tag } from '../components/tag.tsx';
import { useLanguage, usePhrases } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { shortMoment } from '../time/moments.ts';
import { type ViewsAsked, viewedCasesQuery } from './data.ts';
import styles from './oversight.module.css';
import { useOversightWords } from './words.ts';

/** Looks by case; each row opens its looks one by one. */
export function ViewedCases({ asked }: { asked: ViewsAsked }) {
  const words = useOversightWords();
  const phrases = usePhrases();
  const { language } = useLanguage();
  const now = useDeskNow();
  const { data, error, refetch } = useQuery(viewedCasesQuery(asked));
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loader size="sm" />;
  if (data.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <Wide label={words.tabs.cases}>
      <Table verticalSpacing={7} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.case}</Table.Th>
            <Table.Th>{words.kind}</Table.Th>
            <Table.Th className={styles.number}>{words.viewers}</Table.Th>
            <Table.Th className={styles.number}>{words.views}</Table.Th>
            <Table.Th>{words.lastAt}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map(({ reference, kind, viewers, views, lastAt }) => (
            <Table.Tr key={reference}>
              <Table.Td className="figures">
                <Link
                  from="/oversight/views"
                  to="/oversight/views"
                  search={(current) => ({ ...current, list: 'log' as const, reference })}
                  className="link"
                >
                  {reference}
                </Link>
              </Table.Td>
              <Table.Td>
                {kind === 'report' || kind === 'verification' ? (
                  <Tag tone="paused" icon="shield">
                    {phrases.kinds[kind]}
                  </Tag>
                ) : (
                  phrases.kinds[kind]
                )}
              </Table.Td>
              <Table.Td className={`figures ${styles.number}`}>{viewers}</Table.Td>
              <Table.Td className={`figures ${styles.number}`}>{views}</Table.Td>
              <Table.Td className="figures">{shortMoment(Date.parse(lastAt), now, language)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
