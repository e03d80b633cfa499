import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addRule, changeRule, type NewRule, type Rule, type Unit } from '../data.ts';
import { DayInput } from '../parts/day-input.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { useToday } from '../parts/use-today.ts';
import { useAdministrationWords } from '../words.ts';
import { categoryChoices, kindChoices } from './choices.ts';
import { useResponsibilityWords } from './words.ts';

interface RuleFormProps {
  /** Null for a new line. */
  rule: Rule | null;
  units: readonly Unit[];
  offices: readonly { code: string; name: string }[];
  close: () => void;
}

const usualPrecedence = 500;

/** What a line says from a day on. */
export function RuleForm({ rule, units, offices, close }: RuleFormProps) {
  const words = useResponsibilityWords();
  const common = useAdministrationWords();
  const today = useToday();
  const [values, setValues] = useState<NewRule>({
    precedence: rule?.precedence ?? usualPrecedence,
    kind: rule?.kind ?? null,
    category: rule?.category ?? null,
    urgent: rule?.urgent ?? null,
    officeCode: rule?.officeCode ?? null,
    unitId: rule?.unitId ?? null,
    note: rule?.note ?? '',
    validFrom: today,
  });
  const adding = useDeed(addRule, close);
  const changing = useDeed(changeRule, close);
  const set = (change: Partial<NewRule>) => setValues({ ...values, ...change });

  return (
    <FormDialog
      title={rule === null ? words.create : words.changeOf(rule.precedence)}
      mutation={rule === null ? adding : changing}
      isReady={values.note.trim() !== '' && values.validFrom !== ''}
      save={() => (rule === null ? adding.mutate(values) : changing.mutate({ ...values, id: rule.id }))}
      close={close}
    >
      <Group grow>
        <NumberInput
          label={words.precedence}
          min={0}
          max={1_000_000}
          value={values.precedence}
          onChange={(value) => set({ precedence: typeof value === 'number' ? value : values.precedence })}
        />
        <DayInput label={common.from} value={values.validFrom} change={(validFrom) => set({ validFrom })} required />
      </Group>
      <Select
        label={words.kind}
        placeholder={words.any}
        clearable
        data={kindChoices(words)}
        value={values.kind}
        onChange={(chosen) => set({ kind: kindChoices(words).find(({ value }) => value === chosen)?.value ?? null })}
      />
      <Select
        label={words.category}
        placeholder={words.any}
        searchable
        clearable
        data={categoryChoices(words)}
        value={values.category}
        onChange={(category) => set({ category })}
      />
      <Group grow>
        <Select
          label={words.office}
          placeholder={words.any}
          searchable
          clearable
          data={offices.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          value={values.officeCode}
          onChange={(officeCode) => set({ officeCode })}
        />
        <Select
          label={words.urgent}
          placeholder={words.any}
          clearable
          data={[
            { value: 'true', label: words.yes },
            { value: 'false', label: words.no },
          ]}
          value={values.urgent === null ? null : String(values.urgent)}
          onChange={(chosen) => set({ urgent: chosen === null ? null : chosen === 'true' })}
        />
      </Group>
      <Select
        label={words.unit}
        placeholder={words.byDeclaration}
        searchable
        clearable
        data={units.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={values.unitId === null ? null : String(values.unitId)}
        onChange={(id) => set({ unitId: id === null ? null : Number(id) })}
      />
      <TextInput
        label={words.note}
        value={values.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
