import { useQuery } from '@tanstack/react-query';
import { warningsQuery } from '../data/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { shortMoment } from '../time/moments.ts';
import styles from './warning.module.css';

/** Tells administrators which of our accounts on chat platforms stops working, and what to do. The server decides for whom. */
export function AccountWarning() {
  const { phrases, language } = useLanguage();
  const { data: warnings, dataUpdatedAt } = useQuery(warningsQuery);
  if (warnings === undefined || warnings.accounts.length === 0) return null;
  return warnings.accounts.map(({ channel, account, state, whatToDo, since }) => (
    <div
      key={`${channel} ${account}`}
      className={styles.warning}
      data-broken={state === 'broken'}
      role={state === 'broken' ? 'alert' : 'status'}
    >
      <strong>
        {phrases.accountTrouble[state](
          phrases.channels[channel],
          shortMoment(Date.parse(since), dataUpdatedAt, language),
        )}
      </strong>{' '}
      <span lang="vi">{whatToDo}</span>
    </div>
  ));
}
