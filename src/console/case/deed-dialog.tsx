import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import type { CaseDetail } from '../../http/views.ts';
import { Refusal } from '../components/refusal.tsx';
import { caseQuery } from '../data/queries.ts';
import { usePhrases } from '../language/language.tsx';
import type { FieldProps } from './deed-fields.tsx';

export interface Deed {
  words: string;
  choice: string;
}

interface DeedDialogProps {
  reference: string;
  title: string;
  close: () => void;
  /** What is written. */
  words: { label: string; needed: string };
  /** What is chosen besides, where there is something to choose. */
  choice?: { needed: string; field: ComponentType<FieldProps>; chosen?: string };
  send: (deed: Deed) => Promise<CaseDetail>;
}

/** Asks for a few words, and at most one choice, and does something to a case with them. */
export function DeedDialog({ reference, title, close, words, choice, send }: DeedDialogProps) {
  const phrases = usePhrases();
  const queryClient = useQueryClient();
  const act = useMutation({
    mutationFn: ({ words: written, choice: chosen }: Deed) => send({ words: written.trim(), choice: chosen }),
    onSuccess: (after) => {
      queryClient.setQueryData(caseQuery(reference).queryKey, after);
      close();
    },
  });
  const form = useForm<Deed>({
    initialValues: { words: '', choice: choice?.chosen ?? '' },
    validate: {
      words: (value) => (value.trim() === '' ? words.needed : null),
      choice: (value) => (choice !== undefined && value === '' ? choice.needed : null),
    },
  });
  const Choice = choice?.field;
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': phrases.close }} centered>
      <form onSubmit={form.onSubmit((deed) => act.mutate(deed))}>
        <Stack gap="sm">
          {Choice !== undefined && (
            <Choice
              value={form.values.choice}
              onChange={(chosen) => form.setFieldValue('choice', chosen)}
              error={form.errors.choice}
            />
          )}
          <Textarea label={words.label} autosize minRows={2} {...form.getInputProps('words')} />
          <Refusal error={act.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {phrases.cancel}
            </Button>
            <Button type="submit" loading={act.isPending}>
              {title}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
