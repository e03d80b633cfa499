import { Button, Checkbox, Group, Popover, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Refusal } from '../components/refusal.tsx';
import { sessionQuery } from '../data/queries.ts';
import { type KeptFilter, keepFilter, savedFiltersQuery } from './inbox-api.ts';
import { useInboxWords } from './inbox-words.ts';

/** Keeps what the list shows under a name, for oneself or for the unit. */
export function KeepFilter({ filter }: { filter: KeptFilter }) {
  const words = useInboxWords();
  const queryClient = useQueryClient();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const keeping = useMutation({
    mutationFn: ({ name, isShared }: { name: string; isShared: boolean }) => keepFilter(name.trim(), filter, isShared),
    onSuccess: () => {
      close();
      return queryClient.invalidateQueries({ queryKey: savedFiltersQuery.queryKey });
    },
  });
  const form = useForm({
    initialValues: { name: '', isShared: false },
    validate: { name: (name) => (name.trim() === '' ? words.filterNameNeeded : null) },
  });
  return (
    <Popover opened={isOpen} onChange={close} position="bottom-start" trapFocus withinPortal>
      <Popover.Target>
        <Button size="compact-xs" variant="subtle" onClick={toggle}>
          + {words.keepFilter}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={form.onSubmit((wish) => keeping.mutate(wish))}>
          <Stack gap="xs">
            <TextInput label={words.filterName} maxLength={60} data-autofocus {...form.getInputProps('name')} />
            {session.permissions.includes('leadUnit') && (
              <Checkbox label={words.share} {...form.getInputProps('isShared', { type: 'checkbox' })} />
            )}
            <Refusal error={keeping.error} />
            <Group justify="flex-end">
              <Button type="submit" size="compact-sm" loading={keeping.isPending}>
                {words.save}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
