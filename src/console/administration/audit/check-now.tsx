import { Button, Progress } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Refusal } from '../../components/refusal.tsx';
import { useLanguage } from '../../language/language.tsx';
import { type AuditCheck, askForCheck, auditStatusQuery, isUnderWay } from '../data.ts';
import styles from './check-now.module.css';
import { useAuditWords } from './words.ts';

/** Has the ledgers verified, shows how far that is, and names the first places that do not fit. */
export function CheckNow({ check }: { check: AuditCheck | null }) {
  const words = useAuditWords();
  const { language } = useLanguage();
  const queries = useQueryClient();
  const asking = useMutation({
    mutationFn: askForCheck,
    onSuccess: () => queries.invalidateQueries({ queryKey: auditStatusQuery.queryKey }),
  });
  const isRunning = isUnderWay(check);
  const number = new Intl.NumberFormat(language);
  return (
    <div className={styles.check}>
      <Button variant="default" loading={asking.isPending} disabled={isRunning} onClick={() => asking.mutate()}>
        {words.checkNow}
      </Button>
      <div role="status" className={styles.state}>
        {check !== null && isRunning && (
          <>
            <Progress
              aria-label={words.checking}
              value={check.all === 0 ? 0 : (check.done * 100) / check.all}
              animated={check.all === 0}
            />
            <span className="figures">
              {check.all === 0
                ? words.waitsToBegin
                : words.progress(number.format(check.done), number.format(check.all))}
            </span>
          </>
        )}
      </div>
      {check !== null && !isRunning && check.breakCount > 0 && (
        <div role="alert" className={styles.breaks}>
          <strong>{words.changed(check.breakCount)}</strong>
          <ul>
            {check.breaks.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        </div>
      )}
      <Refusal error={asking.error} />
    </div>
  );
}
