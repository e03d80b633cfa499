import { Link } from '@tanstack/react-router';
import type { Compliance } from '../../reports/compliance/compliance.ts';
import type { InboxSearch } from '../inbox/inbox-search.ts';
import { useSaying } from '../ratings/say.ts';
import { sayDay } from '../time/days.ts';
import styles from './compliance.module.css';
import { shareOf } from './share.ts';
import { useComplianceWords } from './words.ts';

/** The share that was kept, and how many were not, beside the earlier period. */
export function Headline({ compliance, unit }: { compliance: Compliance; unit: number | undefined }) {
  const words = useComplianceWords();
  const say = useSaying();
  const { total, compared, from: decidedFrom, to: decidedTo } = compliance;
  const [share, before] = [shareOf(total), shareOf(total.before)];
  const by = share === null || before === null ? null : share - before;
  const search: InboxSearch = {
    ...{ box: 'all', state: 'any', decidedFrom, decidedTo },
    ...(unit === undefined ? {} : { unit }),
  };
  return (
    <>
      <ul className={styles.tiles}>
        <li className={styles.tile}>
          <span className={styles.tileName}>{words.kept}</span>
          <strong className={styles.tileValue}>{say.percent(share)}</strong>
          <span className={styles.tileNote}>
            {by !== null && (
              <span className={by < 0 ? styles.worse : styles.better}>
                {by > 0 ? '▲ +' : by < 0 ? '▼ −' : '= '}
                {say.decimal(Math.abs(by) * 100, 1)} {words.points}
              </span>
            )}{' '}
            {words.comparedWith(sayDay(compared.from), sayDay(compared.to))}
          </span>
        </li>
        <Figure
          name={words.missed}
          count={total.missed}
          before={total.before.missed}
          search={{ ...search, outcome: 'missed' }}
        />
        <Figure name={words.met} count={total.met} before={total.before.met} search={{ ...search, outcome: 'met' }} />
        <Figure
          name={words.promises}
          count={total.met + total.missed}
          before={total.before.met + total.before.missed}
          search={search}
        />
      </ul>
      <p className={styles.hint} data-not-printed>
        {words.hint}
      </p>
    </>
  );
}

function Figure(props: { name: string; count: number; before: number; search: InboxSearch }) {
  const { name, count, before, search } = props;
  const words = useComplianceWords();
  const say = useSaying();
  return (
    <li>
      <Link to="/cases" search={search} className={styles.tile}>
        <span className={styles.tileName}>{name}</span>
        <strong className={styles.tileValue}>{say.count(count)}</strong>
        <span className={styles.tileNote}>
          {words.before}: {say.count(before)}
        </span>
      </Link>
    </li>
  );
}
