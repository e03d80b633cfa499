import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { CaseDetail } from '../../http/views.ts';
import { Refusal } from '../components/refusal.tsx';
import { resolveCase, sendReply } from '../data/api.ts';
import { caseQuery } from '../data/queries.ts';
import { newKey } from '../data/request-key.ts';
import { usePhrases } from '../language/language.tsx';
import { useCaseWords } from './case-words.ts';

interface ResolveDialogProps {
  openCase: CaseDetail;
  close: () => void;
  /** What comes after it is done. */
  after: () => void;
}

const then = 'resolve';

/** Asks for the result before the matter is called answered: what no key does by itself. */
export function ResolveDialog({ openCase, close, after }: ResolveDialogProps) {
  const { reference, lastEventOrdinal } = openCase;
  const phrases = usePhrases();
  const words = useCaseWords();
  const queryClient = useQueryClient();
  const [key] = useState(newKey);
  // What the officer saw when the result was begun: a colleague's word in between is shown, not written over.
  const [seenEventOrdinal] = useState(lastEventOrdinal);
  const isAnswered = openCase.messages.some(({ author, isNote }) => author === 'officer' && !isNote);
  const act = useMutation({
    mutationFn: (result: string) =>
      result === '' ? resolveCase(reference) : sendReply(reference, { text: result, then, seenEventOrdinal }, key),
    onSuccess: (changed) => {
      queryClient.setQueryData(caseQuery(reference).queryKey, changed);
      close();
      after();
    },
  });
  const form = useForm({
    initialValues: { result: '' },
    validate: { result: (result) => (!isAnswered && result.trim() === '' ? words.resultNeeded : null) },
  });
  const send = form.onSubmit(({ result }) => act.mutate(result.trim()));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !act.isPending) send();
  }

  return (
    <Modal
      opened
      onClose={close}
      title={words.resolveTitle(reference)}
      closeButtonProps={{ 'aria-label': phrases.close }}
      centered
    >
      <form onSubmit={send}>
        <Stack gap="sm">
          <Textarea
            label={words.result}
            description={isAnswered ? words.resultHintAnswered : words.resultHint}
            autosize
            minRows={4}
            maxRows={12}
            data-autofocus
            onKeyDown={onKeyDown}
            {...form.getInputProps('result')}
          />
          <Refusal error={act.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {phrases.cancel}
            </Button>
            <Button type="submit" loading={act.isPending} title={phrases.ctrlEnter}>
              {phrases.resolve}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
