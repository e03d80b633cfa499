import { Loader, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Wide } from '../administration/parts/wide.tsx';
import { Failure } from '../components/failure.tsx';
import { Tag } from '../components/tag.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { shortMoment } from '../time/moments.ts';
import { type ViewsAsked, viewersQuery } from './data.ts';
import styles from './oversight.module.css';
import { useOversightWords } from './words.ts';

/** Looks by who looked; an officer's name opens their looks one by one. */
export function Viewers({ asked }: { asked: ViewsAsked }) {
  const words = useOversightWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const { data, error, refetch } = useQuery(viewersQuery(asked));
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loader size="sm" />;
  if (data.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <Wide label={words.tabs.viewers}>
      <Table verticalSpacing={7} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.viewer}</Table.Th>
            <Table.Th className={styles.number}>{words.protectedCases}</Table.Th>
            <Table.Th className={styles.number}>{words.cases}</Table.Th>
            <Table.Th className={styles.number}>{words.views}</Table.Th>
            <Table.Th>{words.lastAt}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map(({ officer, unitName, keyName, protectedCases, cases, views, lastAt }) => (
            <Table.Tr key={officer?.id ?? keyName}>
              <Table.Td>
                {officer === null ? (
                  <span className={styles.person}>{words.program(keyName ?? '')}</span>
                ) : (
                  <>
                    <Link
                      from="/oversight/views"
                      to="/oversight/views"
                      search={(current) => ({ ...current, list: 'log' as const, officer: officer.id })}
                      className={`link ${styles.person}`}
                    >
                      {officer.name}
                    </Link>
                    <span className="quiet">{[officer.title, unitName].filter(Boolean).join(', ')}</span>
                  </>
                )}
              </Table.Td>
              <Table.Td className={styles.number}>
                {protectedCases > 0 ? <Tag tone="paused">{protectedCases}</Tag> : <span className="quiet">0</span>}
              </Table.Td>
              <Table.Td className={`figures ${styles.number}`}>{cases}</Table.Td>
              <Table.Td className={`figures ${styles.number}`}>{views}</Table.Td>
              <Table.Td className="figures">{shortMoment(Date.parse(lastAt), now, language)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
