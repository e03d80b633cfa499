import { Table } from '@mantine/core';
import { useLanguage } from '../../language/language.tsx';
import { useDeskNow } from '../../time/desk-time.ts';
import { shortMoment } from '../../time/moments.ts';
import styles from '../page.module.css';
import { Wide } from '../parts/wide.tsx';
import type { ImportList } from './data.ts';
import own from './imports.module.css';
import { StateTag } from './state-tag.tsx';
import { useImportWords } from './words.ts';

interface HistoryProps {
  list: ImportList;
  chosen: number | null;
  choose: (id: number) => void;
}

/** Who brought what and what came of it, here and by command. */
export function History({ list, chosen, choose }: HistoryProps) {
  const words = useImportWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const when = (at: string) => shortMoment(Date.parse(at), now, language);
  return (
    <section className={styles.section} aria-label={words.files}>
      <h2 className={styles.title}>{words.files}</h2>
      {list.items.length === 0 ? (
        <p className={own.hint}>{words.none}</p>
      ) : (
        <Wide label={words.files}>
          <Table verticalSpacing={6} horizontalSpacing="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.file}</Table.Th>
                <Table.Th>{words.what}</Table.Th>
                <Table.Th>{words.state}</Table.Th>
                <Table.Th>{words.result}</Table.Th>
                <Table.Th>{words.when}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.items.map((file) => (
                <Table.Tr key={file.id} className={file.id === chosen ? styles.chosen : undefined}>
                  <Table.Td>
                    <button type="button" className={styles.plain} onClick={() => choose(file.id)}>
                      {file.name}
                    </button>
                    <div className={`${own.digest} quiet`} title={words.digest}>
                      {file.sha256.slice(0, 16)}…
                    </div>
                  </Table.Td>
                  <Table.Td>{words.nouns[file.noun]}</Table.Td>
                  <Table.Td>
                    <StateTag state={file.state} />
                  </Table.Td>
                  <Table.Td className="figures">{file.counts !== null && words.summary(file.counts)}</Table.Td>
                  <Table.Td>
                    {words.brought(file.startedBy ?? file.broughtBy, when(file.finishedAt ?? file.broughtAt))}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      {list.commandRuns.length > 0 && (
        <>
          <h2 className={`${styles.title} ${styles.section}`}>{words.commandRuns}</h2>
          <ul className={styles.rows}>
            {list.commandRuns.map((run) => (
              <li key={run.id}>
                <span className={own.name}>{run.name}</span>
                <span className="quiet figures">
                  {run.finishedAt === null ? words.unfinished : words.summary({ ...run, duplicates: 0 })} ·{' '}
                  {when(run.startedAt)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
