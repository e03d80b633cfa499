import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Icon } from '../components/icons.tsx';
import styles from './manager-top.module.css';
import './print.css';
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
        <Button
          component="a"
          href={file}
          download
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="down" size={14} />}
        >
          {words.spreadsheet}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
    </div>
  );
}
