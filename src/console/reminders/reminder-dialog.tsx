import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Refusal } from '../components/refusal.tsx';
import { useLanguage } from '../language/language.tsx';
import { deskNowMs } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import { remindersQuery, remindMe } from './data.ts';
import styles from './reminders.module.css';
import { instantOf, suggestedTimes, wallText } from './suggested-times.ts';
import { useReminderWords } from './words.ts';

interface ReminderDialogProps {
  reference: string;
  note?: string;
  close: () => void;
}

/** Asks when the officer wants to see the case again. One press for the usual times. */
export function ReminderDialog({ reference, note = '', close }: ReminderDialogProps) {
  const words = useReminderWords();
  const { phrases, language } = useLanguage();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { at: '', note },
    validate: { at: (at) => (instantOf(at) === null ? words.timeNeeded : null) },
  });
  const setting = useMutation({
    mutationFn: (at: string) => remindMe(reference, at, form.values.note.trim()),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: remindersQuery.queryKey });
      close();
    },
  });
  const now = deskNowMs();
  return (
    <Modal
      opened
      onClose={close}
      title={words.title(reference)}
      closeButtonProps={{ 'aria-label': phrases.close }}
      centered
    >
      <form onSubmit={form.onSubmit(({ at }) => setting.mutate(instantOf(at) ?? at))}>
        <Stack gap="sm">
          <p className={styles.hint}>{words.hint}</p>
          <TextInput label={words.note} maxLength={300} {...form.getInputProps('note')} />
          <div className={styles.times}>
            {suggestedTimes(now).map(({ name, atMs }, index) => (
              <Button
                key={name}
                variant="default"
                data-autofocus={index === 0 ? true : undefined}
                classNames={{ label: styles.time ?? '' }}
                disabled={setting.isPending}
                onClick={() => setting.mutate(new Date(atMs).toISOString())}
              >
                <span>{words.suggested[name]}</span>
                <span className="quiet">{moment(atMs, now, language)}</span>
              </Button>
            ))}
          </div>
          <TextInput type="datetime-local" label={words.at} min={wallText(now)} {...form.getInputProps('at')} />
          <Refusal error={setting.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {phrases.cancel}
            </Button>
            <Button type="submit" loading={setting.isPending}>
              {words.set}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
