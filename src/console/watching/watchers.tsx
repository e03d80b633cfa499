import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Icon } from '../components/icons.tsx';
import { Refusal } from '../components/refusal.tsx';
import { watch, watchersQuery } from './data.ts';
import styles from './watching.module.css';
import { useWatchingWords } from './words.ts';

/** Who watches the case, and the way to join them. */
export function Watchers({ reference }: { reference: string }) {
  const words = useWatchingWords();
  const queryClient = useQueryClient();
  const query = watchersQuery(reference);
  const { data } = useQuery(query);
  const watching = useMutation({
    mutationFn: (isWatching: boolean) => watch(reference, isWatching),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: query.queryKey }),
  });
  if (data === undefined) return null;
  return (
    <div className={styles.watchers}>
      {data.watchers.length === 0 ? (
        <p className="quiet">{words.nobody}</p>
      ) : (
        <ul aria-label={words.watchers} className={styles.people}>
          {data.watchers.map(({ id, name, title }) => (
            <li key={id}>
              {name} <span className="quiet">{title}</span>
            </li>
          ))}
        </ul>
      )}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Icon name="bell" size={14} />}
        title={words.hint}
        aria-pressed={data.isWatching}
        loading={watching.isPending}
        onClick={() => watching.mutate(!data.isWatching)}
      >
        {data.isWatching ? words.stop : words.watch}
      </Button>
      <Refusal error={watching.error} />
    </div>
  );
}
