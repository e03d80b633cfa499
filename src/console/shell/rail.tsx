import { Link, useMatches } from '@tanstack/react-router';
import type { SessionView } from '../../http/views.ts';
import { useAdministrationWords } from '../administration/words.ts';
import { Icon, type IconName } from '../components/icons.tsx';
import { useRegistryWords } from '../enterprises/words.ts';
import { useManagerRailWord } from '../exports/rail-word.ts';
import { usePhrases } from '../language/language.tsx';
import { useLibraryWords } from '../library/words.ts';
import { useLinkWords } from '../links/words.ts';
import { useRatingRailWord } from '../ratings/rail-word.ts';
import { useVerificationWords } from '../verifications/words.ts';
import { ProfileMenu } from './profile-menu.tsx';
import styles from './rail.module.css';

/** The way between pages: a narrow column, on a phone a bar at the bottom. */
export function Rail({ session }: { session: SessionView }) {
  const phrases = usePhrases();
  const words = useLinkWords();
  const registry = useRegistryWords();
  const administration = useAdministrationWords();
  const isAdministering = useMatches({
    select: (matches) => matches.some(({ routeId }) => routeId === '/signedIn/administration'),
  });
  const ratingWord = useRatingRailWord();
  const managerWord = useManagerRailWord();
  const libraryWords = useLibraryWords();
  const verificationWords = useVerificationWords();
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
        {(leads(session.officer.role) || session.officer.role === 'internalControl') && (
          <RailLink to="/today" icon="chart" label={managerWord} />
        )}
        {followsVerifications(session.officer.role) && (
          <RailLink to="/verifications" icon="shield" label={verificationWords.rail} />
        )}
        {(session.correctiveActions > 0 || leads(session.officer.role)) && (
          <RailLink
            to="/corrective-actions"
            icon="repair"
            label={verificationWords.actionsRail}
            count={session.correctiveActions}
            says={verificationWords.actionsToDo(session.correctiveActions)}
          />
        )}
        <RailLink to="/library" icon="book" label={libraryWords.rail} />
        {session.officer.role !== 'administrator' && <RailLink to="/ratings" icon="star" label={ratingWord} />}
        {keepsLinks(session.officer.role) && <RailLink to="/links" icon="person" label={words.rail} />}
        {keepsLinks(session.officer.role) && <RailLink to="/enterprises" icon="search" label={registry.rail} />}
        {session.officer.role === 'departmentLeader' && (
          <RailLink to="/administration/policies" icon="clock" label={administration.policies} />
        )}
        {session.officer.role === 'administrator' && (
          <RailLink to="/administration/units" icon="wrench" label={administration.rail} isActive={isAdministering} />
        )}
      </nav>
      <ProfileMenu officer={session.officer} />
    </header>
  );
}

/** Who decides about the people of enterprises beside administrators, who have their own pages; the server checks it again. */
function keepsLinks(role: SessionView['officer']['role']): boolean {
  return role === 'unitHead' || role === 'departmentLeader';
}

/** Who reads low ratings, or is told of those that are late. */
function followsVerifications(role: SessionView['officer']['role']): boolean {
  return role === 'internalControl' || role === 'departmentLeader';
}

function leads(role: SessionView['officer']['role']): boolean {
  return role === 'teamLead' || role === 'unitHead' || role === 'departmentLeader';
}

interface RailLinkProps {
  to:
    | '/ratings'
    | '/today'
    | '/verifications'
    | '/corrective-actions'
    | '/cases'
    | '/alerts'
    | '/links'
    | '/library'
    | '/enterprises'
    | '/administration/units'
    | '/administration/policies';
  icon: IconName;
  label: string;
  count?: number;
  says?: string;
  /** Where other addresses belong to it as well. */
  isActive?: boolean;
}

function RailLink({ to, icon, label, count = 0, says, isActive = false }: RailLinkProps) {
  return (
    <Link to={to} className={isActive ? `${styles.link} ${styles.active}` : styles.link}>
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
