import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { Refusal } from '../../components/refusal.tsx';
import { usePhrases } from '../../language/language.tsx';
import { useAdministrationWords } from '../words.ts';

interface FormDialogProps {
  title: string;
  /** What the button says; "Save" where it is left out. */
  confirm?: string;
  mutation: { error: unknown; isPending: boolean };
  isReady?: boolean;
  size?: 'md' | 'lg' | 'xl';
  save: () => void;
  close: () => void;
  children: ReactNode;
}

/** A form in a dialog, with the server's refusal beside the button that it refused. */
export function FormDialog(props: FormDialogProps) {
  const { title, confirm, mutation, isReady = true, size = 'md', save, close, children } = props;
  const words = useAdministrationWords();
  const phrases = usePhrases();

  function submit(event: FormEvent): void {
    event.preventDefault();
    save();
  }

  return (
    <Modal opened onClose={close} title={title} size={size} closeButtonProps={{ 'aria-label': phrases.close }} centered>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {children}
          <Refusal error={mutation.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {phrases.cancel}
            </Button>
            <Button type="submit" disabled={!isReady} loading={mutation.isPending}>
              {confirm ?? words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
