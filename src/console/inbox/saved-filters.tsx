import { ActionIcon, Button, Checkbox, Group, Popover, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Icon } from '../components/icons.tsx';
import { Refusal } from '../components/refusal.tsx';
import { sessionQuery } from '../data/queries.ts';
import { type KeptFilter, keepFilter, removeFilter, savedFiltersQuery } from './inbox-api.ts';
import { filterOf, type InboxSearch, readInboxSearch } from './inbox-search.ts';
import { useInboxWords } from './inbox-words.ts';
import styles from './saved-filters.module.css';

const route = getRouteApi('/signedIn/cases');

/** Views of the inbox kept under a name, each with its count; all counts come from one query. */
export function SavedFilters() {
  const words = useInboxWords();
  const queryClient = useQueryClient();
  const search = route.useSearch();
  const { data: filters = [] } = useQuery(savedFiltersQuery);
  const removing = useMutation({
    mutationFn: removeFilter,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: savedFiltersQuery.queryKey }),
  });
  const present = keptPart(search);
  const isKept = filters.some(({ filter }) => sameFilter(filter, present));
  const isWorthKeeping = Object.keys(present).length > 1 && !isKept;
  if (filters.length === 0 && !isWorthKeeping) return null;
  return (
    <nav aria-label={words.filters} className={styles.filters}>
      {filters.map(({ id, name, filter, isShared, count, mayRemove }) => {
        const isOn = sameFilter(filter, present);
        return (
          <span key={id} className={styles.chip} data-on={isOn}>
            <Link
              from="/cases"
              to="."
              search={readInboxSearch(isOn ? { box: filter.box } : { ...filter })}
              className={styles.name}
              title={isShared ? words.shared : undefined}
              aria-current={isOn ? 'true' : undefined}
              activeOptions={{ exact: true }}
            >
              {name} <span className="figures">{count}</span>
            </Link>
            {isOn && mayRemove && (
              <ActionIcon
                size={18}
                variant="transparent"
                aria-label={words.remove(name)}
                onClick={() => removing.mutate(id)}
              >
                <Icon name="cross" size={12} />
              </ActionIcon>
            )}
          </span>
        );
      })}
      {isWorthKeeping && <KeepFilter filter={present} />}
    </nav>
  );
}

function KeepFilter({ filter }: { filter: KeptFilter }) {
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
            {leads.has(session.officer.role) && (
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

const leads: ReadonlySet<string> = new Set(['teamLead', 'unitHead', 'departmentLeader']);

/** What of the address can be kept: a figure's cases belong to the day on which it was read. */
function keptPart(search: InboxSearch): KeptFilter {
  const { box, state, q, overdue } = filterOf(search);
  return {
    box,
    ...(state === undefined ? {} : { state }),
    ...(q === undefined ? {} : { q }),
    ...(overdue === true ? { overdue } : {}),
  };
}

function sameFilter(one: KeptFilter, other: KeptFilter): boolean {
  return (['box', 'state', 'q', 'overdue'] as const).every((key) => (one[key] ?? null) === (other[key] ?? null));
}
