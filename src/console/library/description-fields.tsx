import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useLibraryWords } from './words.ts';

/** What is known of a version, as it stands in the fields. */
export interface Described {
  code: string;
  title: string;
  version: string;
  effectiveFrom: string;
  effectiveTo: string;
  status: 'signed' | 'illustration';
  ownerUnit: string;
  note: string;
}

interface DescriptionFieldsProps {
  described: Described;
  /** Whether the appendix is still open to choice. */
  hasCode: boolean;
  onChange: (described: Described) => void;
}

/** The fields for what a file does not say of itself. */
export function DescriptionFields({ described, hasCode, onChange }: DescriptionFieldsProps) {
  const words = useLibraryWords();
  const field = (name: Exclude<keyof Described, 'status'>) => ({
    label: words.fields[name],
    value: described[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...described, [name]: event.currentTarget.value }),
  });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      {hasCode && <TextInput placeholder="PL11" {...field('code')} />}
      <TextInput {...field('title')} />
      <TextInput {...field('version')} />
      <Select
        label={words.fields.status}
        data={(['signed', 'illustration'] as const).map((value) => ({ value, label: words.statuses[value] }))}
        value={described.status}
        allowDeselect={false}
        onChange={(status) => onChange({ ...described, status: status === 'illustration' ? status : 'signed' })}
      />
      <TextInput type="date" {...field('effectiveFrom')} />
      <TextInput type="date" {...field('effectiveTo')} />
      <TextInput {...field('ownerUnit')} />
      <Textarea autosize minRows={1} maxRows={6} {...field('note')} />
    </SimpleGrid>
  );
}

/** The fields as a file or a draft fills them. */
export function describedBy(said: Readonly<Record<string, unknown>>): Described {
  const text = (key: keyof Described) => (typeof said[key] === 'string' ? said[key] : '');
  return {
    code: text('code'),
    title: text('title'),
    version: text('version'),
    effectiveFrom: text('effectiveFrom'),
    effectiveTo: text('effectiveTo'),
    status: said.status === 'illustration' ? 'illustration' : 'signed',
    ownerUnit: text('ownerUnit'),
    note: text('note'),
  };
}
