import { TextInput } from '@mantine/core';

interface DayInputProps {
  label: string;
  value: string;
  change: (day: string) => void;
  required?: boolean;
}

/** A calendar date as `2026-07-01`. */
export function DayInput({ label, value, change, required = false }: DayInputProps) {
  return (
    <TextInput
      type="date"
      label={label}
      value={value}
      withAsterisk={required}
      required={required}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
