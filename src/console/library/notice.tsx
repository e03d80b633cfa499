import { Icon } from '../components/icons.tsx';
import styles from './appendix-page.module.css';

/** Says of a demonstration text that it is one, and what in it comes from where. */
export function Notice({ sentence, note }: { sentence: string; note: string | null }) {
  return (
    <div className={styles.notice} role="note">
      <Icon name="warning" size={20} />
      <div>
        <p>
          <strong>{sentence}</strong>
        </p>
        {note !== null && <p>{note}</p>}
      </div>
    </div>
  );
}
