import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Refusal } from '../components/refusal.tsx';
import { assignCase } from '../data/api.ts';
import { caseQuery, officersQuery } from '../data/queries.ts';
import { usePhrases } from '../language/language.tsx';

interface Assignment {
  officerId: string | null;
  reason: string;
}

/** Hands the case to somebody else, with a reason that they read. */
export function AssignDialog({ reference, close }: { reference: string; close: () => void }) {
  const phrases = usePhrases();
  const { data: officers = [], error } = useQuery(officersQuery);
  const assign = useAssign(reference, close);
  const form = useForm<Assignment>({
    initialValues: { officerId: null, reason: '' },
    validate: { officerId: (value) => (value === null ? phrases.officerNeeded : null) },
  });
  return (
    <Modal opened onClose={close} title={phrases.assign} closeButtonProps={{ 'aria-label': phrases.close }} centered>
      <form onSubmit={form.onSubmit((assignment) => assign.mutate(assignment))}>
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
            {...form.getInputProps('officerId')}
          />
          <Textarea
            label={phrases.reason}
            description={phrases.reasonHint}
            autosize
            minRows={2}
            {...form.getInputProps('reason')}
          />
          <Refusal error={assign.error ?? error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {phrases.cancel}
            </Button>
            <Button type="submit" loading={assign.isPending}>
              {phrases.assign}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function useAssign(reference: string, close: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ officerId, reason }: Assignment) => assignCase(reference, Number(officerId), reason.trim()),
    onSuccess: (after) => {
      queryClient.setQueryData(caseQuery(reference).queryKey, after);
      close();
    },
  });
}
