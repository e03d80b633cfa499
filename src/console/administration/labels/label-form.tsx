import { Radio, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { LabelView } from '../../../http/label-routes.ts';
import type { LabelColour } from '../../../rules/case/labels.ts';
import { LabelChip } from '../../labels/label-chip.tsx';
import { useLabelWords } from '../../labels/words.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { saveLabel, useLabelDeed } from './data.ts';
import styles from './labels.module.css';
import { useLabelPageWords } from './words.ts';

const labelColours = [
  'grey',
  'blue',
  'teal',
  'green',
  'yellow',
  'orange',
  'red',
  'violet',
] as const satisfies readonly LabelColour[];
// The server refuses more.
const longestName = 40;

interface LabelFormProps {
  /** Null for a new one. */
  label: LabelView | null;
  /** For whom the person may keep labels, and which of them is meant unless another is chosen. */
  choices: readonly { value: string; label: string }[];
  usual: string;
  close: () => void;
}

/** A label's name, colour and owner, and how it looks on a case. */
export function LabelForm({ label, choices, usual, close }: LabelFormProps) {
  const words = useLabelPageWords();
  const { colours } = useLabelWords();
  const [name, setName] = useState(label?.name ?? '');
  const [colour, setColour] = useState<LabelColour>(label?.colour ?? 'blue');
  const [unit, setUnit] = useState(label === null ? usual : String(label.unitId ?? ''));
  const saving = useLabelDeed(saveLabel, close);
  return (
    <FormDialog
      title={label === null ? words.create : words.editOf(label.name)}
      mutation={saving}
      isReady={name.trim() !== ''}
      save={() =>
        saving.mutate({ id: label?.id ?? null, name: name.trim(), colour, unitId: unit === '' ? null : Number(unit) })
      }
      close={close}
    >
      <TextInput
        label={words.name}
        description={words.nameHint}
        maxLength={longestName}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Radio.Group
        label={words.colour}
        value={colour}
        onChange={(value) => setColour(labelColours.find((each) => each === value) ?? colour)}
      >
        <div className={styles.colours}>
          {labelColours.map((each) => (
            <Radio key={each} value={each} label={<LabelChip label={{ name: colours[each], colour: each }} />} />
          ))}
        </div>
      </Radio.Group>
      <Select
        label={words.unit}
        searchable
        allowDeselect={false}
        data={[...choices]}
        value={unit}
        onChange={(value) => setUnit(value ?? '')}
      />
      <p className={styles.preview}>
        {words.preview}: <LabelChip label={{ name: name.trim() === '' ? '…' : name.trim(), colour }} />
      </p>
    </FormDialog>
  );
}
