import { Select, TextInput } from '@mantine/core';
import type { NewOfficer, Unit } from '../data.ts';
import { type AdministrationWords, useAdministrationWords } from '../words.ts';
import { useOfficerWords } from './words.ts';

export interface PostValues {
  unitId: number | null;
  role: NewOfficer['role'];
  title: string;
}

interface PostFieldsProps {
  values: PostValues;
  change: (change: Partial<PostValues>) => void;
  units: readonly Unit[];
}

/** Where somebody works, as what, and what that allows. */
export function PostFields({ values, change, units }: PostFieldsProps) {
  const words = useOfficerWords();
  const common = useAdministrationWords();
  return (
    <>
      <Select
        label={words.unit}
        searchable
        allowDeselect={false}
        data={units.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={values.unitId === null ? null : String(values.unitId)}
        onChange={(id) => change({ unitId: Number(id) })}
      />
      <TextInput
        label={words.jobTitle}
        value={values.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Select
        label={words.role}
        allowDeselect={false}
        data={rolesOf(common).map((role) => ({ value: role, label: common.roles[role] }))}
        value={values.role}
        onChange={(chosen) => {
          const role = rolesOf(common).find((each) => each === chosen);
          if (role !== undefined) change({ role });
        }}
      />
    </>
  );
}

function rolesOf({ roles }: AdministrationWords): NewOfficer['role'][] {
  // The words are typed by their roles, and there is one for each.
  return Object.keys(roles) as NewOfficer['role'][];
}
