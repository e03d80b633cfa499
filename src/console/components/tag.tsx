import type { ReactNode } from 'react';
import type { Tone } from '../time/clock-face.ts';
import { Icon, type IconName } from './icons.tsx';
import styles from './tag.module.css';

interface TagProps {
  tone?: Tone;
  icon?: IconName;
  title?: string | undefined;
  children: ReactNode;
}

/** A few words with a colour that only underlines them. */
export function Tag({ tone = 'neutral', icon, title, children }: TagProps) {
  return (
    <span className={`${styles.tag} ${styles[tone]} figures`} title={title}>
      {icon && <Icon name={icon} size={13} />}
      <span>{children}</span>
    </span>
  );
}
