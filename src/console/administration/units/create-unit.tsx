import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { createUnit, type Unit } from '../data.ts';
import { DayInput } from '../parts/day-input.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useDeed } from '../parts/use-deed.ts';
import { useToday } from '../parts/use-today.ts';
import { useAdministrationWords } from '../words.ts';
import { useUnitWords } from './words.ts';

interface CreateUnitProps {
  units: readonly Unit[];
  /** Below which unit it is put unless another is chosen. */
  above: Unit | undefined;
  close: () => void;
}

/** A new unit from a day on. */
export function CreateUnit({ units, above, close }: CreateUnitProps) {
  const words = useUnitWords();
  const common = useAdministrationWords();
  const creating = useDeed(createUnit, close);
  const top = above ?? units.find(({ parentId }) => parentId === null);
  const form = useForm({
    initialValues: { code: '', name: '', shortName: '', parentId: String(top?.id ?? ''), validFrom: useToday() },
  });
  const { code, name, shortName, parentId, validFrom } = form.values;
  return (
    <FormDialog
      title={words.create}
      mutation={creating}
      isReady={[code, name, shortName, parentId, validFrom].every((text) => text.trim() !== '')}
      save={() => creating.mutate({ code, name, shortName, validFrom, parentId: Number(parentId) })}
      close={close}
    >
      <TextInput label={words.code} placeholder="R3-…" {...form.getInputProps('code')} />
      <TextInput label={words.name} {...form.getInputProps('name')} />
      <TextInput label={words.shortName} {...form.getInputProps('shortName')} />
      <Select
        label={words.parent}
        searchable
        allowDeselect={false}
        data={units.map((each) => ({ value: String(each.id), label: each.name }))}
        {...form.getInputProps('parentId')}
      />
      <DayInput label={common.from} value={validFrom} change={(day) => form.setFieldValue('validFrom', day)} required />
    </FormDialog>
  );
}
