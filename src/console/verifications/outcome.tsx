import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { VerificationDetail } from '../../http/verification-views.ts';
import type { VerificationOutcome } from '../../store/schema/ratings.ts';
import { Icon } from '../components/icons.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Tag } from '../components/tag.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import { decide } from './api.ts';
import { outcomeTone } from './outcome-tone.ts';
import { verificationQuery } from './queries.ts';
import styles from './verification-page.module.css';
import { useVerificationWords } from './words.ts';

/** What was found; a form for the one who has to find it. */
export function Outcome({ verification }: { verification: VerificationDetail }) {
  const words = useVerificationWords();
  const { outcome, mayDecide, reference } = verification;
  return (
    <section aria-label={words.outcome} className={styles.card}>
      <h2 className={styles.title}>{words.outcome}</h2>
      {outcome !== null && <Decided outcome={outcome} />}
      {outcome === null && mayDecide && <OutcomeForm reference={reference} />}
      {outcome === null && !mayDecide && <p className={styles.quiet}>{words.notDecided}</p>}
    </section>
  );
}

function Decided({ outcome }: { outcome: NonNullable<VerificationDetail['outcome']> }) {
  const words = useVerificationWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const at = (instant: string) => moment(Date.parse(instant), now, language);
  return (
    <>
      <p className={styles.found}>
        <Tag tone={outcomeTone[outcome.outcome]}>{words.outcomes[outcome.outcome]}</Tag>
        <span className="quiet">{words.decidedBy(outcome.decidedBy ?? '', at(outcome.decidedAt))}</span>
      </p>
      <h3 className={styles.label}>{words.finding}</h3>
      <p className={styles.text}>{outcome.finding}</p>
      <h3 className={styles.label}>{words.told}</h3>
      <p className={styles.text}>{outcome.told}</p>
      <p className={styles.hint}>{outcome.toldAt === null ? words.notToldYet : words.toldAt(at(outcome.toldAt))}</p>
    </>
  );
}

interface Decision {
  outcome: VerificationOutcome | '';
  finding: string;
  told: string;
}

const choices: readonly VerificationOutcome[] = ['substantiated', 'unsubstantiated', 'unclear'];

function OutcomeForm({ reference }: { reference: string }) {
  const words = useVerificationWords();
  const queryClient = useQueryClient();
  const decision = useMutation({
    mutationFn: ({ outcome, finding, told }: Decision) =>
      decide(reference, { outcome: outcome === '' ? 'unclear' : outcome, finding: finding.trim(), told: told.trim() }),
    onSuccess: (after) => {
      queryClient.setQueryData(verificationQuery(reference).queryKey, after);
      void queryClient.invalidateQueries({ queryKey: ['cases'] });
    },
  });
  const form = useForm<Decision>({
    initialValues: { outcome: '', finding: '', told: '' },
    validate: {
      outcome: (value) => (value === '' ? words.outcomeNeeded : null),
      finding: (value) => (value.trim() === '' ? words.needed : null),
      told: (value) => (value.trim() === '' ? words.needed : null),
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => decision.mutate(values))}>
      <Stack gap="sm">
        <Radio.Group aria-label={words.outcome} {...form.getInputProps('outcome')}>
          <Group gap="md">
            {choices.map((outcome) => (
              <Radio key={outcome} value={outcome} label={words.outcomes[outcome]} />
            ))}
          </Group>
        </Radio.Group>
        <Textarea
          label={words.finding}
          description={words.findingHint}
          autosize
          minRows={3}
          {...form.getInputProps('finding')}
        />
        <Textarea
          label={words.told}
          description={words.toldHint}
          autosize
          minRows={3}
          {...form.getInputProps('told')}
        />
        <Refusal error={decision.error} />
        <Button type="submit" loading={decision.isPending} leftSection={<Icon name="send" size={15} />}>
          {words.decide}
        </Button>
      </Stack>
    </form>
  );
}
