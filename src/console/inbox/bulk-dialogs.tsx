import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { BulkDeed } from '../../http/bulk-routes.ts';
import { officersQuery } from '../data/queries.ts';
import { usePhrases } from '../language/language.tsx';
import { useInboxWords } from './inbox-words.ts';

/** What a deed still wants to know. */
export type Asking = 'assign' | 'note' | 'label';

interface BulkDialogProps {
  asking: Exclude<Asking, 'label'>;
  isBusy: boolean;
  close: () => void;
  act: (deed: BulkDeed) => void;
}

export function BulkDialog({ asking, ...props }: BulkDialogProps) {
  return asking === 'assign' ? <AssignMany {...props} /> : <NoteOnMany {...props} />;
}

function AssignMany({ isBusy, close, act }: Omit<BulkDialogProps, 'asking'>) {
  const phrases = usePhrases();
  const { data: officers = [] } = useQuery(officersQuery);
  const form = useForm({
    initialValues: { officerId: '', reason: '' },
    validate: { officerId: (value) => (value === '' ? phrases.officerNeeded : null) },
  });
  return (
    <Modal opened onClose={close} title={phrases.assign} closeButtonProps={{ 'aria-label': phrases.close }} centered>
      <form
        onSubmit={form.onSubmit(({ officerId, reason }) =>
          act({
            kind: 'assign',
            officerId: Number(officerId),
            ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
          }),
        )}
      >
        <Stack gap="sm">
          <Select
            label={phrases.assignTo}
            placeholder={phrases.chooseOfficer}
            data={officers.map(({ id, name, title, unitName }) => ({
              value: String(id),
              label: `${name} · ${title} · ${unitName}`,
            }))}
            searchable
            nothingFoundMessage={phrases.nobodyMatches}
            data-autofocus
            value={form.values.officerId === '' ? null : form.values.officerId}
            onChange={(officerId) => form.setFieldValue('officerId', officerId ?? '')}
            error={form.errors.officerId}
          />
          <Textarea label={phrases.reason} autosize minRows={2} {...form.getInputProps('reason')} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {phrases.cancel}
            </Button>
            <Button type="submit" loading={isBusy}>
              {phrases.assign}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function NoteOnMany({ isBusy, close, act }: Omit<BulkDialogProps, 'asking'>) {
  const phrases = usePhrases();
  const words = useInboxWords();
  const form = useForm({
    initialValues: { text: '' },
    validate: { text: (text) => (text.trim() === '' ? words.noteNeeded : null) },
  });
  return (
    <Modal opened onClose={close} title={phrases.note} closeButtonProps={{ 'aria-label': phrases.close }} centered>
      <form onSubmit={form.onSubmit(({ text }) => act({ kind: 'note', text: text.trim() }))}>
        <Stack gap="sm">
          <Textarea label={words.noteText} autosize minRows={3} data-autofocus {...form.getInputProps('text')} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {phrases.cancel}
            </Button>
            <Button type="submit" loading={isBusy}>
              {words.saveNote}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
