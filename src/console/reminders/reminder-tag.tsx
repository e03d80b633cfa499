import { ActionIcon } from '@mantine/core';
import { Icon } from '../components/icons.tsx';
import { Tag } from '../components/tag.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { shortMoment } from '../time/moments.ts';
import styles from './reminders.module.css';
import { useDropReminder, useReminderOf } from './use-reminders.ts';
import { useReminderWords } from './words.ts';

/** Says on the opened case when the officer will be reminded of it, and takes it back. */
export function ReminderTag({ reference }: { reference: string }) {
  const words = useReminderWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const reminder = useReminderOf(reference);
  const dropping = useDropReminder();
  if (reminder === undefined) return null;
  return (
    <span className={styles.tag} title={reminder.note ?? undefined}>
      <Tag tone={reminder.isDue ? 'soon' : 'neutral'} icon="bell">
        {words.setFor(shortMoment(Date.parse(reminder.remindAt), now, language))}
      </Tag>
      <ActionIcon
        size={20}
        variant="subtle"
        aria-label={words.drop}
        disabled={dropping.isPending}
        onClick={() => dropping.mutate(reference)}
      >
        <Icon name="cross" size={12} />
      </ActionIcon>
    </span>
  );
}
