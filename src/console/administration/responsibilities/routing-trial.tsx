import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Refusal } from '../../components/refusal.tsx';
import { type Trial, tryRouting } from '../data.ts';
import styles from '../page.module.css';
import { categoryChoices, kindChoices } from './choices.ts';
import { useResponsibilityWords } from './words.ts';

/** Asks who would get a matter now, and why. */
export function RoutingTrial({ offices }: { offices: readonly { code: string; name: string }[] }) {
  const words = useResponsibilityWords();
  const [category, setCategory] = useState<Trial['category']>('supervision_vasscm');
  const [kind, setKind] = useState<NonNullable<Trial['kind']>>('issue');
  const [office, setOffice] = useState<string | null>(null);
  const [declaration, setDeclaration] = useState('');
  const [urgent, setUrgent] = useState(false);
  const trying = useMutation({ mutationFn: tryRouting });

  function ask(event: FormEvent): void {
    event.preventDefault();
    trying.mutate({
      category,
      kind,
      urgent: urgent ? 'true' : 'false',
      ...(office === null ? {} : { office }),
      ...(declaration === '' ? {} : { declaration }),
    });
  }

  return (
    <section className={`${styles.card} ${styles.section}`} aria-label={words.trial}>
      <h2 className={styles.title}>{words.trial}</h2>
      <p className={styles.small}>{words.trialLead}</p>
      <form onSubmit={ask} className={styles.tools}>
        <Select
          label={words.category}
          w={250}
          searchable
          allowDeselect={false}
          data={categoryChoices(words)}
          value={category}
          onChange={(chosen) =>
            setCategory(categoryChoices(words).find(({ value }) => value === chosen)?.value ?? category)
          }
        />
        <Select
          label={words.kind}
          w={200}
          allowDeselect={false}
          data={kindChoices(words)}
          value={kind}
          onChange={(chosen) => setKind(kindChoices(words).find(({ value }) => value === chosen)?.value ?? kind)}
        />
        <Select
          label={words.office}
          placeholder={words.any}
          w={230}
          searchable
          clearable
          data={offices.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          value={office}
          onChange={setOffice}
        />
        <TextInput
          label={words.declaration}
          w={190}
          value={declaration}
          onChange={(event) => setDeclaration(event.currentTarget.value.trim())}
        />
        <Checkbox
          label={words.urgent}
          mb={8}
          checked={urgent}
          onChange={(event) => setUrgent(event.currentTarget.checked)}
        />
        <Button type="submit" loading={trying.isPending}>
          {words.ask}
        </Button>
      </form>
      <Refusal error={trying.error} />
      {trying.data !== undefined && (
        <output className={styles.touched}>
          <strong>{words.goesTo(trying.data.unit.name, trying.data.officer?.name ?? null)}</strong>
          <br />
          <span lang="vi">{trying.data.assignment.sentence}</span>
        </output>
      )}
    </section>
  );
}
