import { Button, Group, NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Refusal } from '../components/refusal.tsx';
import { approveRetention, changeRetention, type RetentionRule, withdrawRetention } from '../data/api.ts';
import { retentionQuery } from '../data/queries.ts';
import { useLanguage } from '../language/language.tsx';
import styles from '../links/links-page.module.css';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import own from './retention.module.css';
import { usePrivacyWords } from './words.ts';

/** How long what is kept and why, and what the nights have deleted. */
export function Retention() {
  const words = usePrivacyWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const { data, error } = useQuery(retentionQuery);
  if (data === undefined) return <Refusal error={error} />;
  return (
    <>
      {data.proposals.length > 0 && (
        <section aria-label={words.proposals} className={styles.section}>
          <h2 className={styles.title}>{words.proposals}</h2>
          {data.proposals.map((proposal) => (
            <Proposal
              key={proposal.id}
              id={proposal.id}
              rule={proposal}
              before={data.rules.find(({ what }) => what === proposal.what)?.days ?? proposal.days}
            />
          ))}
        </section>
      )}
      <section aria-label={words.retention} className={styles.section}>
        <h2 className={styles.title}>{words.retention}</h2>
        <p className="quiet">{words.hint}</p>
        <div className={own.heads} aria-hidden="true">
          <span />
          <span>{words.days}</span>
          <span>{words.basis}</span>
          <span />
        </div>
        {data.rules.map((rule) => (
          <Rule key={`${rule.what} ${rule.days} ${rule.basis}`} rule={rule} />
        ))}
      </section>
      <section aria-label={words.runs} className={styles.section}>
        <h2 className={styles.title}>{words.runs}</h2>
        {data.runs.length === 0 && <p className="quiet">{words.noRuns}</p>}
        {data.runs.map(({ id, startedAt, counts }) => (
          <div key={id} className={styles.row}>
            <span>{moment(Date.parse(startedAt), now, language)}</span>
            <span className="quiet">{words.deleted(Object.values(counts).reduce((sum, count) => sum + count, 0))}</span>
          </div>
        ))}
      </section>
    </>
  );
}

function Rule({ rule }: { rule: RetentionRule }) {
  const words = usePrivacyWords();
  const [days, setDays] = useState(rule.days);
  const [basis, setBasis] = useState(rule.basis);
  const changing = useChange(changeRetention);
  const isSame = days === rule.days && basis === rule.basis;

  function save(event: FormEvent): void {
    event.preventDefault();
    changing.mutate({ what: rule.what, days, basis });
  }

  return (
    <form onSubmit={save} className={own.rule}>
      <strong>{words.subjects[rule.what]}</strong>
      <NumberInput
        aria-label={`${words.subjects[rule.what]}: ${words.days}`}
        min={1}
        max={36_500}
        value={days}
        onChange={(value) => setDays(typeof value === 'number' ? value : rule.days)}
      />
      <TextInput
        aria-label={`${words.subjects[rule.what]}: ${words.basis}`}
        value={basis}
        onChange={(event) => setBasis(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={isSame} loading={changing.isPending}>
        {words.save}
      </Button>
      <Refusal error={changing.error} />
    </form>
  );
}

function Proposal({ id, rule, before }: { id: number; rule: RetentionRule; before: number }) {
  const words = usePrivacyWords();
  const approving = useChange(approveRetention);
  const withdrawing = useChange(withdrawRetention);
  return (
    <div className={styles.row}>
      <span>
        <strong>{words.subjects[rule.what]}</strong>: {words.fromTo(before, rule.days)} · {rule.basis}
      </span>
      <Group gap="xs">
        <Button size="xs" loading={approving.isPending} onClick={() => approving.mutate(id)}>
          {words.approve}
        </Button>
        <Button size="xs" variant="default" loading={withdrawing.isPending} onClick={() => withdrawing.mutate(id)}>
          {words.withdraw}
        </Button>
      </Group>
      <Refusal error={approving.error ?? withdrawing.error} />
    </div>
  );
}

function useChange<Input>(mutationFn: (input: Input) => Promise<unknown>) {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: retentionQuery.queryKey });
  return useMutation({ mutationFn, onSuccess });
}
