import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TroubleView } from '../../http/views.ts';
import { Refusal } from '../components/refusal.tsx';
import { retryTroubles } from '../data/api.ts';
import { troublesQuery } from '../data/queries.ts';
import { usePhrases } from '../language/language.tsx';
import { sharedProblems } from './sections.ts';
import styles from './troubles-page.module.css';

/** After an outage: one click for everything that failed for one reason. */
export function SendAllAgain({ troubles }: { troubles: readonly TroubleView[] }) {
  const phrases = usePhrases();
  const queryClient = useQueryClient();
  const retry = useMutation({
    mutationFn: retryTroubles,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: troublesQuery.queryKey }),
  });
  const shared = sharedProblems(troubles);
  if (shared.length === 0) return null;
  return (
    <>
      <ul className={styles.shared}>
        {shared.map(({ problem, count }) => (
          <li key={problem}>
            <span className={styles.reason}>{problem}</span>
            <Button
              size="compact-sm"
              variant="default"
              loading={retry.isPending && retry.variables === problem}
              onClick={() => retry.mutate(problem)}
            >
              {phrases.sendAllAgain(count)}
            </Button>
          </li>
        ))}
      </ul>
      <Refusal error={retry.error} />
    </>
  );
}
