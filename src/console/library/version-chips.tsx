import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { VersionView } from '../../http/library-views.ts';
import { Icon } from '../components/icons.tsx';
import { sayDay } from '../time/days.ts';
import { versionsQuery } from './data.ts';
import styles from './version-chips.module.css';
import { useLibraryWords } from './words.ts';

/** The versions of an appendix with the days they apply from; between two of them, what changed. */
export function VersionChips({ code, shownId }: { code: string; shownId: number }) {
  const words = useLibraryWords();
  const { data: versions = [] } = useQuery(versionsQuery(code));
  const shown = versions.find(({ versionId }) => versionId === shownId);
  const before = versions.find(({ versionId }) => versionId === shown?.supersedesId);
  const next = versions.find(({ supersedesId }) => supersedesId === shownId);
  if (versions.length < 2) return null;
  return (
    <div className={styles.versions}>
      <span className={styles.label}>{words.versions}</span>
      {versions.map(({ versionId, validFrom, version }) => (
        <Link
          key={versionId}
          to="/library/$code"
          params={{ code }}
          search={{ version: versionId }}
          className={styles.chip}
          aria-current={versionId === shownId}
          title={version}
        >
          {sayDay(validFrom)}
        </Link>
      ))}
      {before !== undefined && <Compare code={code} from={before} to={shownId} named={before} />}
      {next !== undefined && <Compare code={code} from={{ versionId: shownId }} to={next.versionId} named={next} />}
    </div>
  );
}

interface CompareProps {
  code: string;
  from: Pick<VersionView, 'versionId'>;
  to: number;
  /** The one that is not being read. */
  named: VersionView;
}

function Compare({ code, from, to, named }: CompareProps) {
  const words = useLibraryWords();
  return (
    <Link
      to="/library/$code/changes"
      params={{ code }}
      search={{ from: from.versionId, to }}
      className={styles.compare}
    >
      <Icon name="swap" size={15} />
      {words.compare(sayDay(named.validFrom))}
    </Link>
  );
}
