import { Tooltip } from '@mantine/core';
import { Icon } from '../components/icons.tsx';
import { Initials } from '../components/initials.tsx';
import type { PresentOfficer } from './beside.ts';
import { useDeskWords } from './desk-words.ts';
import styles from './presence-row.module.css';

const mostShown = 8;

/** Who else has the case open: solid who reads, with a pencil who writes, faded who has left the desk. */
export function PresenceRow({ present }: { present: readonly PresentOfficer[] }) {
  const words = useDeskWords();
  if (present.length === 0) return null;
  const typing = present.filter(({ activity }) => activity === 'typing').map(({ name }) => name);
  const more = present.length - mostShown;
  return (
    <div className={styles.row}>
      <ul aria-label={words.present} className={styles.faces}>
        {present.slice(0, mostShown).map(({ officerId, name, activity }) => (
          <li key={officerId} data-activity={activity}>
            <Tooltip label={`${name}: ${words.doing[activity]}`}>
              <span className={styles.face} role="img" aria-label={`${name}: ${words.doing[activity]}`}>
                <Initials name={name} small />
                {activity === 'typing' && (
                  <span className={styles.pencil}>
                    <Icon name="pencil" size={10} />
                  </span>
                )}
              </span>
            </Tooltip>
          </li>
        ))}
        {more > 0 && <li>+{more}</li>}
      </ul>
      {typing.length > 0 && <output className={styles.typing}>{words.typing(typing.join(', '))}</output>}
    </div>
  );
}
