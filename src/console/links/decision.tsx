import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal } from '../components/refusal.tsx';
import { approveLinkRequest, type ContactRole, refuseLinkRequest } from '../data/api.ts';
import { linkRequestsQuery } from '../data/queries.ts';
import { usePhrases } from '../language/language.tsx';
import { endOfDay } from './end-of-day.ts';
import { roleChoices } from './role-choices.ts';
import { useLinkWords } from './words.ts';

/** Yes with a role and perhaps an end, or no with a reason. */
export function Decision({ id }: { id: number }) {
  const words = useLinkWords();
  const phrases = usePhrases();
  const queryClient = useQueryClient();
  const [isRefusing, setRefusing] = useState(false);
  const form = useForm({ initialValues: { role: 'staff' as ContactRole, until: '', because: '' } });
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: linkRequestsQuery.queryKey });
  const approval = useMutation({
    mutationFn: () => approveLinkRequest(id, form.values.role, endOfDay(form.values.until)),
    onSuccess,
  });
  const refusal = useMutation({ mutationFn: () => refuseLinkRequest(id, form.values.because.trim()), onSuccess });

  function refuse(): void {
    if (form.values.because.trim() === '') form.setFieldError('because', words.becauseNeeded);
    else refusal.mutate();
  }

  if (isRefusing) {
    return (
      <Stack gap="xs">
        <Textarea label={words.because} autosize minRows={2} {...form.getInputProps('because')} />
        <Group gap="xs">
          <Button color="red" loading={refusal.isPending} onClick={refuse}>
            {words.refuse}
          </Button>
          <Button variant="default" onClick={() => setRefusing(false)}>
            {phrases.cancel}
          </Button>
        </Group>
        <Refusal error={refusal.error} />
      </Stack>
    );
  }
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end">
        <Select label={words.role} data={roleChoices(words)} allowDeselect={false} {...form.getInputProps('role')} />
        <TextInput type="date" label={words.until} {...form.getInputProps('until')} />
        <Button loading={approval.isPending} onClick={() => approval.mutate()}>
          {words.approve}
        </Button>
        <Button variant="default" onClick={() => setRefusing(true)}>
          {words.refuse}
        </Button>
      </Group>
      <Refusal error={approval.error} />
    </Stack>
  );
}
