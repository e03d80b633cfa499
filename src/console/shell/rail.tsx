import { Link } from '@tanstack/react-router';
import type { SessionView } from '../../http/views.ts';
import { Icon, type IconName } from '../components/icons.tsx';
import { usePhrases } from '../language/language.tsx';
import { useLinkWords } from '../links/words.ts';
import { ProfileMenu } from './profile-menu.tsx';
import styles from './rail.module.css';

/** The way between pages: a narrow column, on a phone a bar at the bottom. */
export function Rail({ session }: { session: SessionView }) {
  const phrases = usePhrases();
  const words = useLinkWords();
  const waiting = session.unacknowledgedAlerts;
  return (
    <header className={styles.rail}>
      <span className={styles.mark} title={phrases.product}>
        <Icon name="webchat" size={22} />
      </span>
      <nav aria-label={phrases.mainMenu} className={styles.pages}>
        <RailLink to="/cases" icon="inbox" label={phrases.inbox} />
        <RailLink
          to="/alerts"
          icon="bell"
          label={phrases.alerts}
          count={waiting}
          says={phrases.unacknowledged(waiting)}
        />
        {keepsLinks(session.officer.role) && <RailLink to="/links" icon="person" label={words.rail} />}
        {session.officer.role === 'administrator' && <RailLink to="/troubles" icon="wrench" label={phrases.troubles} />}
      </nav>
      <ProfileMenu officer={session.officer} />
    </header>
  );
}

/** Who decides about the people of enterprises; the server checks it again. */
function keepsLinks(role: SessionView['officer']['role']): boolean {
  return role === 'administrator' || role === 'unitHead' || role === 'departmentLeader';
}

interface RailLinkProps {
  to: '/cases' | '/alerts' | '/links' | '/troubles';
  icon: IconName;
  label: string;
  count?: number;
  says?: string;
}

function RailLink({ to, icon, label, count = 0, says }: RailLinkProps) {
  return (
    <Link to={to} className={styles.link}>
      <span className={styles.icon}>
        <Icon name={icon} size={21} />
        {count > 0 && (
          <span className={styles.count} role="img" aria-label={says}>
            {count > 9 ? '9+' : count}
          </span>
        )}
      </span>
      {label}
    </Link>
  );
}
