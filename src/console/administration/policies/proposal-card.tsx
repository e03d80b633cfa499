import { Button, Group } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Refusal } from '../../components/refusal.tsx';
import { Tag } from '../../components/tag.tsx';
import { sessionQuery } from '../../data/queries.ts';
import { useLanguage, usePhrases } from '../../language/language.tsx';
import { sayDay } from '../../time/days.ts';
import { useDeskNow } from '../../time/desk-time.ts';
import { workingDuration } from '../../time/durations.ts';
import { shortMoment } from '../../time/moments.ts';
import { approvePolicy, type PolicyProposal, policyPreviewQuery, type StoredPolicy, withdrawPolicy } from '../data.ts';
import styles from '../page.module.css';
import { useDeed } from '../parts/use-deed.ts';
import { type PolicyDifference, policyDifferences } from './policy-differences.ts';
import { usePolicyWords } from './words.ts';

interface ProposalCardProps {
  proposal: PolicyProposal;
  /** What it takes the place of, where that is known. */
  before: StoredPolicy | null;
}

/** A version that waits for a second person: what it times otherwise, which cases keep the old one, and the decision. */
export function ProposalCard({ proposal, before }: ProposalCardProps) {
  const words = usePolicyWords();
  const phrases = usePhrases();
  const { language } = useLanguage();
  const now = useDeskNow();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: preview } = useQuery(policyPreviewQuery(proposal.id));
  const approving = useDeed(approvePolicy);
  const withdrawing = useDeed(withdrawPolicy);
  const { definition, proposedBy, proposedAt, validFrom } = proposal;
  const differences = before === null || definition === null ? [] : policyDifferences(before.definition, definition);
  return (
    <section className={`${styles.card} ${styles.section}`} aria-label={words.waiting}>
      <Group justify="space-between" align="flex-start">
        <div>
          <h2 className={styles.title}>
            {definition === null ? words.ending : words.versionOf(definition.name, definition.version)}{' '}
            <Tag tone="soon" icon="hourglass">
              {words.waiting}
            </Tag>
          </h2>
          <p className={styles.small}>
            {words.by(proposedBy, shortMoment(Date.parse(proposedAt), now, language))}, {words.from(sayDay(validFrom))}
          </p>
        </div>
        <Group gap="xs">
          {session.permissions.includes('administer') && (
            <Button variant="default" loading={withdrawing.isPending} onClick={() => withdrawing.mutate(proposal.id)}>
              {words.withdraw}
            </Button>
          )}
          <Button loading={approving.isPending} onClick={() => approving.mutate(proposal.id)}>
            {words.approve}
          </Button>
        </Group>
      </Group>
      <Refusal error={approving.error ?? withdrawing.error} />
      <ul className={styles.rows}>
        {differences.map((each) => (
          <li key={`${each.what} ${each.clock} ${each.what === 'minutes' ? each.level : each.step}`}>{said(each)}</li>
        ))}
      </ul>
      {preview !== undefined && <p className={styles.touched}>{words.kept(preview.kept)}</p>}
    </section>
  );

  function said(difference: PolicyDifference): string {
    const clock = words.clocks[difference.clock];
    if (difference.what === 'percent')
      return words.changed(`${clock}, ${difference.step}`, words.at(difference.before), words.at(difference.after));
    const long = (minutes: number) => workingDuration(minutes, phrases.units);
    return words.changed(`${clock}, ${words.level(difference.level)}`, long(difference.before), long(difference.after));
  }
}
