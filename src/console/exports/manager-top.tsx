import { Link } from '@tanstack/react-router';
import { ExportButton } from './export-button.tsx';
import styles from './manager-top.module.css';
import { PrintButton } from './print-button.tsx';
import { useManagerWords } from './words.ts';

/** The heading of a manager's page, with the way to the others and what it shows as a file. */
export function ManagerTop({ title, file }: { title: string; file: string }) {
  const words = useManagerWords();
  return (
    <div className={styles.top}>
      <h1 className={styles.heading}>{title}</h1>
      <nav aria-label={words.pages} className={styles.tabs} data-not-printed>
        <Link to="/today" className={styles.tab}>
          {words.today}
        </Link>
        <Link to="/wall" className={styles.tab}>
          {words.wall}
        </Link>
        <Link to="/compliance" className={styles.tab} activeOptions={{ includeSearch: false }}>
          {words.compliance}
        </Link>
      </nav>
      <div className={styles.files} data-not-printed>
        <ExportButton file={file} />
        <PrintButton />
      </div>
    </div>
  );
}
