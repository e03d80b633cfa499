import type { MessageView } from '../../http/views.ts';
import { useLanguage } from '../language/language.tsx';
import { deskNowMs } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import styles from './message-row.module.css';

/** What an edited message said before, folded away. */
export function EarlierTexts({ earlierTexts }: Pick<MessageView, 'earlierTexts'>) {
  const { phrases, language } = useLanguage();
  if (earlierTexts.length === 0) return null;
  return (
    <details className={styles.earlier}>
      <summary>{phrases.edited}</summary>
      {earlierTexts.map(({ text, until }) => (
        <blockquote key={until}>
          <span>
            {phrases.earlierWording} ({phrases.until(moment(Date.parse(until), deskNowMs(), language))})
          </span>
          <p className={styles.text}>{text}</p>
        </blockquote>
      ))}
    </details>
  );
}
