import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ActionView, VerificationDetail } from '../../http/verification-views.ts';
import { Icon } from '../components/icons.tsx';
import { ActionCard } from './action-card.tsx';
import { CheckDialog } from './check-dialog.tsx';
import { OrderDialog } from './order-dialog.tsx';
import styles from './verification-page.module.css';
import { useVerificationWords } from './words.ts';

/** What is done so that it does not happen again, and whether it helped. */
export function Actions({ verification }: { verification: VerificationDetail }) {
  const words = useVerificationWords();
  const { reference, actions, mayOrder } = verification;
  const [isOrdering, setOrdering] = useState(false);
  const [checked, check] = useState<ActionView | null>(null);
  return (
    <section aria-label={words.actions} className={styles.card}>
      <div className={styles.titleLine}>
        <h2 className={styles.title}>{words.actions}</h2>
        {mayOrder && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Icon name="repair" size={15} />}
            onClick={() => setOrdering(true)}
          >
            {words.order}
          </Button>
        )}
      </div>
      {actions.length === 0 && <p className={styles.quiet}>{words.noActions}</p>}
      <ul className={styles.actions}>
        {actions.map((action) => (
          <li key={action.id}>
            <ActionCard action={action}>
              {mayOrder && (action.stage === 'awaitingCheck' || action.stage === 'checkOverdue') && (
                <Button size="compact-sm" variant="default" onClick={() => check(action)}>
                  {words.check}
                </Button>
              )}
            </ActionCard>
          </li>
        ))}
      </ul>
      {isOrdering && <OrderDialog reference={reference} close={() => setOrdering(false)} />}
      {checked !== null && <CheckDialog reference={reference} action={checked} close={() => check(null)} />}
    </section>
  );
}
