import { UnstyledButton } from '@mantine/core';
import { Link, useMatches } from '@tanstack/react-router';
import type { SessionView } from '../../http/views.ts';
import { Icon } from '../components/icons.tsx';
import { Initials } from '../components/initials.tsx';
import { LaterMenu } from '../components/later-menu.tsx';
import { usePhrases } from '../language/language.tsx';
import { loadMorePages, loadProfileMenu, MorePages, ProfileMenu } from './later-menus.ts';
import styles from './rail.module.css';
import { type RailItem, useRailItems } from './rail-items.ts';

// Beside the person's own menu, this many words fit the width of a telephone.
const onAPhone = 4;

/** The way between pages: a narrow column, on a phone a bar at the bottom with the rest behind its last button. */
export function Rail({ session }: { session: SessionView }) {
  const phrases = usePhrases();
  const items = useRailItems(session);
  const isAdministering = useMatches({
    select: (matches) => matches.some(({ routeId }) => routeId === '/signedIn/administration'),
  });
  const seldom = items.length > onAPhone + 1 ? items.slice(onAPhone) : [];
  return (
    <header className={styles.rail}>
      <span className={styles.mark} title={phrases.product}>
        <Icon name="webchat" size={22} />
      </span>
      <nav aria-label={phrases.mainMenu} className={styles.pages}>
        {items.map((item) => (
          <RailLink
            key={item.to}
            item={item}
            isSeldom={seldom.includes(item)}
            isActive={item.to === '/administration/units' && isAdministering}
          />
        ))}
        {seldom.length > 0 && <MorePagesButton items={seldom} />}
      </nav>
      <ProfileButton officer={session.officer} />
    </header>
  );
}

interface RailLinkProps {
  item: RailItem;
  isSeldom: boolean;
  /** Where other addresses belong to it as well. */
  isActive: boolean;
}

function RailLink({ item: { to, icon, label, count = 0, says }, isSeldom, isActive }: RailLinkProps) {
  return (
    <Link
      to={to}
      className={isActive ? `${styles.link} ${styles.active}` : styles.link}
      {...(isSeldom ? { 'data-seldom': true } : {})}
    >
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

function MorePagesButton({ items }: { items: readonly RailItem[] }) {
  const phrases = usePhrases();
  const waiting = items.some(({ count = 0 }) => count > 0);
  return (
    <LaterMenu
      button={
        <UnstyledButton className={`${styles.link} ${styles.more}`}>
          <span className={styles.icon}>
            <Icon name="dots" size={21} />
            {waiting && <span className={styles.dot} />}
          </span>
          {phrases.morePages}
        </UnstyledButton>
      }
      preload={loadMorePages}
      menu={(button) => <MorePages items={items} button={button} />}
    />
  );
}

function ProfileButton({ officer }: { officer: SessionView['officer'] }) {
  const phrases = usePhrases();
  return (
    <LaterMenu
      button={
        <UnstyledButton aria-label={`${phrases.profile}: ${officer.name}`} p={4}>
          <Initials name={officer.name} />
        </UnstyledButton>
      }
      preload={loadProfileMenu}
      menu={(button) => <ProfileMenu officer={officer} button={button} />}
    />
  );
}
