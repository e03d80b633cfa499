import { Code } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Tag } from '../../components/tag.tsx';
import { useLanguage } from '../../language/language.tsx';
import { useDeskNow } from '../../time/desk-time.ts';
import { shortMoment } from '../../time/moments.ts';
import { auditStatusQuery } from '../data.ts';
import styles from '../page.module.css';
import { CheckNow } from './check-now.tsx';
import { useAuditWords } from './words.ts';

/** How much the ledgers hold, when they were sealed and verified last, and the way to verify them now. */
export function AuditStatus() {
  const words = useAuditWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const { data: status } = useQuery(auditStatusQuery);
  if (status === undefined) return null;
  const { lastRoot, lastVerification: verified, lastCheck, rows, ledgers } = status;
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
      <CheckNow check={lastCheck} />
    </section>
  );
}
