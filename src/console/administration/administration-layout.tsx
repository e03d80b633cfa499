import { useViewportSize } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useKeyWords } from '../api-keys/words.ts';
import { useAssistantRailWord } from '../assistant/rail-word.ts';
import { sessionQuery } from '../data/queries.ts';
import { usePrivacyWords } from '../data-requests/words.ts';
import { usePhrases } from '../language/language.tsx';
import { usePermissionWords } from '../oversight/permission-words.ts';
import styles from './administration.module.css';
import { useImportWords } from './imports/words.ts';
import { useAdministrationWords } from './words.ts';

/** The way between the pages of administration. Others who reach one of them see the page alone. */
export function AdministrationLayout() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  if (!session.permissions.includes('administer')) return <Outlet />;
  return (
    <div className={styles.layout}>
      <Navigation />
      <div className={styles.content}>
        <Outlet />
      </div>
    </div>
  );
}

function Navigation() {
  const words = useAdministrationWords();
  const phrases = usePhrases();
  const assistant = useAssistantRailWord();
  const keys = useKeyWords();
  const privacy = usePrivacyWords();
  const permissions = usePermissionWords();
  const imports = useImportWords();
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const { width } = useViewportSize();
  // On a telephone the way lies on one line, most of it out of sight; turning the telephone changes how much.
  useEffect(() => {
    if (width === 0) return;
    const here = nav.current?.querySelector(`a[href$="${pathname}"]`);
    if (here != null && nav.current !== null) nav.current.scrollLeft = offsetOf(here, nav.current);
  }, [pathname, width]);
  const groups = [
    {
      name: words.organisation,
      pages: [
        { to: '/administration/units', label: words.units },
        { to: '/administration/officers', label: words.officers },
        { to: '/administration/roster', label: words.roster },
      ],
    },
    {
      name: words.promises,
      pages: [
        { to: '/administration/responsibilities', label: words.responsibilities },
        { to: '/administration/policies', label: words.policies },
        { to: '/administration/calendars', label: words.calendars },
        { to: '/library', label: words.library },
        { to: '/administration/canned-replies', label: words.cannedReplies },
        { to: '/administration/labels', label: words.labels },
      ],
    },
    {
      name: words.enterprises,
      pages: [
        { to: '/links', label: words.people },
        { to: '/enterprises', label: words.register },
        { to: '/administration/imports', label: imports.rail },
      ],
    },
    {
      name: words.system,
      pages: [
        { to: '/administration/channels', label: words.channels },
        { to: '/troubles', label: phrases.troubles },
        { to: '/assistant', label: assistant },
        { to: '/api-keys', label: keys.rail },
        { to: '/data-requests', label: privacy.rail },
        { to: '/administration/permissions', label: permissions.rail },
        { to: '/administration/audit', label: words.audit },
      ],
    },
  ] as const;
  return (
    <nav ref={nav} aria-label={words.nav} className={styles.nav}>
      {groups.map(({ name, pages }) => (
        <div key={name}>
          <p className={styles.group}>{name}</p>
          <ul className={styles.list}>
            {pages.map(({ to, label }) => (
              <li key={to}>
                <Link to={to} className={styles.item}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** How far the line must be moved for the place to stand in its middle. */
function offsetOf(place: Element, line: HTMLElement): number {
  const { left, width } = place.getBoundingClientRect();
  return line.scrollLeft + left - line.getBoundingClientRect().left - (line.clientWidth - width) / 2;
}
