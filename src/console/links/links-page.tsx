import { EnterprisePeople } from './enterprise-people.tsx';
import { Letters } from './letters.tsx';
import styles from './links-page.module.css';
import { Requests } from './requests.tsx';
import { useLinkWords } from './words.ts';

/** For those who decide who speaks for an enterprise: what waits, letters with codes, and who does already. */
export function LinksPage() {
  const words = useLinkWords();
  return (
    <div className={styles.page}>
      <h1 className={styles.heading}>{words.title}</h1>
      <div className={styles.columns}>
        <Requests />
        <div>
          <Letters />
          <EnterprisePeople />
        </div>
      </div>
    </div>
  );
}
