import { usePhrases } from '../language/language.tsx';
import styles from './channel-icon.module.css';
import { Icon } from './icons.tsx';

const known = ['telegram', 'zalo', 'zaloBot', 'webchat'] as const;

/** Which platform the enterprise writes from. */
export function ChannelIcon({ channel }: { channel: string }) {
  const phrases = usePhrases();
  const name = known.find((each) => each === channel);
  if (name === undefined) return null;
  return (
    <span className={styles.channel} role="img" aria-label={phrases.channels[name]} title={phrases.channels[name]}>
      <Icon name={name === 'zaloBot' ? 'zalo' : name} size={12} />
    </span>
  );
}
