import { useQuery } from '@tanstack/react-query';
import type { NoticesView } from '../../http/alert-routes.ts';
import { Emphasised } from '../components/emphasised.tsx';
import { answerOf, v1 } from '../data/api.ts';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import styles from './alerts-page.module.css';

const titles = { vi: 'Thông báo cho người đứng đầu đơn vị', en: 'Notices to the head of the unit' };

const noticesQuery = {
  queryKey: ['notices'],
  queryFn: (): Promise<NoticesView> => answerOf(v1.notices.$get()),
  // PL08 Điều 6 khoản 1 gives five minutes.
  refetchInterval: 60_000,
};

/** What the officer is told of without being let into a case: a low rating of the unit that others verify. */
export function Notices() {
  const { language } = useLanguage();
  const now = useDeskNow();
  const { data: notices = [] } = useQuery(noticesQuery);
  if (notices.length === 0) return null;
  return (
    <section aria-label={titles[language]}>
      <h2 className={styles.group}>{titles[language]}</h2>
      <ul className={styles.alerts}>
        {notices.map(({ id, text, at }) => (
          <li key={id}>
            <article className={styles.alert}>
              <div className={styles.words}>
                <time dateTime={at} className="quiet figures">
                  {moment(Date.parse(at), now, language)}
                </time>
                <p className={styles.text}>
                  <Emphasised text={text} />
                </p>
              </div>
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}
