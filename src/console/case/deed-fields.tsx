import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { receivingUnitsQuery } from '../data/queries.ts';
import { usePhrases } from '../language/language.tsx';

/** What a form hands to a field of its own. */
export interface FieldProps {
  value: string;
  onChange: (value: string) => void;
  error?: React.ReactNode;
}

/** The unit that a case is passed on to. */
export function UnitField({ value, onChange, error }: FieldProps) {
  const phrases = usePhrases();
  const { data: units = [] } = useQuery(receivingUnitsQuery);
  return (
    <Select
      label={phrases.transferTo}
      placeholder={phrases.chooseUnit}
      data={units.map(({ id, name }) => ({ value: String(id), label: name }))}
      searchable
      nothingFoundMessage={phrases.nobodyMatches}
      data-autofocus
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
      error={error}
    />
  );
}

/** A moment as the wall in Hải Phòng shows it. */
export function NewDateField({ value, onChange, error }: FieldProps) {
  const phrases = usePhrases();
  return (
    <TextInput
      type="datetime-local"
      label={phrases.newDateAt}
      data-autofocus
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}
