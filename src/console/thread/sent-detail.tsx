import type { MessageView } from '../../http/views.ts';
import { Icon } from '../components/icons.tsx';
import { usePhrases } from '../language/language.tsx';
import styles from './message-files.module.css';

type Detail = NonNullable<MessageView['detail']>;

/** A place with ways to see it on a map, or a telephone number with whether the platform vouches for it. */
export function SentDetail({ detail }: { detail: Detail }) {
  return detail.kind === 'place' ? <Place place={detail} /> : <ContactCard card={detail} />;
}

function Place({ place }: { place: Extract<Detail, { kind: 'place' }> }) {
  const phrases = usePhrases();
  // Numbers and nothing a person wrote: nobody leads an officer to another address.
  const where = `${place.latitude.toFixed(6)},${place.longitude.toFixed(6)}`;
  const [latitude, longitude] = where.split(',');
  const maps = [
    [
      'OpenStreetMap',
      `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`,
    ],
    ['Google Maps', `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(where)}`],
  ] as const;
  return (
    <ul className={styles.files} aria-label={phrases.place}>
      {maps.map(([name, address]) => (
        <li key={name}>
          <a href={address} target="_blank" rel="noreferrer noopener" className={styles.line}>
            <Icon name="globe" size={15} />
            {phrases.seeOnMap(name)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function ContactCard({ card }: { card: Extract<Detail, { kind: 'contactCard' }> }) {
  const phrases = usePhrases();
  return (
    <ul className={styles.files} aria-label={phrases.contactCard}>
      <li>
        <a href={`tel:+${card.phone}`} className={styles.line}>
          <Icon name="person" size={15} />
          {[card.name, `+${card.phone}`].filter(Boolean).join(' · ')}
        </a>
      </li>
      <li className={styles.line}>
        <Icon name={card.isVouched ? 'check' : 'question'} size={15} />
        {card.isVouched ? phrases.phoneVouched : phrases.phoneClaimed}
      </li>
    </ul>
  );
}
