import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../components/failure.tsx';
import { policiesQuery, policyProposalsQuery } from '../data.ts';
import styles from '../page.module.css';
import { DayInput } from '../parts/day-input.tsx';
import { Page } from '../parts/page.tsx';
import { useToday } from '../parts/use-today.ts';
import { useAdministrationWords } from '../words.ts';
import { EarlierProposals } from './earlier-proposals.tsx';
import { PolicyCard } from './policy-card.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { usePolicyWords } from './words.ts';

/** The promises in force on a day, and the versions that wait for a second person. */
export function PoliciesPage() {
  const words = usePolicyWords();
  const common = useAdministrationWords();
  const today = useToday();
  const [day, setDay] = useState(today);
  const { data: policies, error, refetch } = useQuery(policiesQuery(day));
  const { data: proposals } = useQuery(policyProposalsQuery);
  const pending = proposals?.filter(({ state }) => state === 'pending') ?? [];
  const decided = proposals?.filter(({ state }) => state !== 'pending') ?? [];
  return (
    <Page title={words.title} lead={words.lead}>
      {pending.map((proposal) => (
        <ProposalCard
          key={proposal.id}
          proposal={proposal}
          before={policies?.find(({ id }) => id === proposal.replacesId) ?? null}
        />
      ))}
      <div className={styles.tools}>
        <DayInput label={common.day} value={day} change={(next) => next !== '' && setDay(next)} />
      </div>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {policies === undefined && error === null && <Loader size="sm" />}
      <div className={styles.cards}>
        {policies
          ?.toSorted((a, b) => a.definition.precedence - b.definition.precedence)
          .map((policy) => (
            <PolicyCard key={policy.id} policy={policy} />
          ))}
      </div>
      {decided.length > 0 && <EarlierProposals proposals={decided} />}
    </Page>
  );
}
