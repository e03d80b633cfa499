import { Button, Group, NativeSelect, Popover, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { cloneElement, type ReactElement, type ReactNode, useId, useState } from 'react';
import { Icon } from '../components/icons.tsx';
import { labelsQuery } from '../labels/data.ts';
import { usePhrases } from '../language/language.tsx';
import { chosenIn, nothingChosen } from './chosen-filters.tsx';
import { FilterChip } from './filter-chip.tsx';
import styles from './filter-popover.module.css';
import { useFilterWords } from './filter-words.ts';
import { caseUnitsQuery } from './inbox-api.ts';
import { channels, type InboxSearch, kinds } from './inbox-search.ts';
import type { ChangeSearch } from './use-change-search.ts';

interface FilterPopoverProps {
  button: ReactElement<{ onClick?: () => void }>;
  search: InboxSearch;
  change: ChangeSearch;
  focusButton: () => void;
}

/** The less frequent ways to narrow the list, around the button that opens them. The list follows each at once. */
export function FilterPopover({ button, search, change, focusButton }: FilterPopoverProps) {
  const words = useFilterWords();
  const phrases = usePhrases();
  const [isOpen, setOpen] = useState(true);
  const units = useQuery(caseUnitsQuery);
  const labels = useQuery(labelsQuery);
  const offered = labels.data?.filter(({ id, isRetired }) => !isRetired || id === search.label) ?? [];
  // At once with all its fields: nothing moves under the hand.
  const isReady = !units.isPending && !labels.isPending;
  const either = <Key extends keyof InboxSearch>(key: Key, value: InboxSearch[Key]) =>
    change({ [key]: search[key] === value ? undefined : value });
  // The button that was pressed at first is drawn anew around the popover: the library could not find it again.
  const setOpenAndBack = (opens: boolean) => {
    setOpen(opens);
    if (!opens) focusButton();
  };
  return (
    <Popover
      opened={isOpen && isReady}
      onChange={setOpenAndBack}
      position="bottom-end"
      width={330}
      shadow="md"
      trapFocus
    >
      <Popover.Target>{cloneElement(button, { onClick: () => setOpenAndBack(!isOpen) })}</Popover.Target>
      <Popover.Dropdown className={styles.popover}>
        <Stack gap="sm">
          {(units.data ?? []).length > 1 && (
            <Choice
              label={words.unit}
              any={words.anyUnit}
              other={words.oneUnit}
              chosen={search.unit}
              offered={units.data ?? []}
              choose={(unit) => change({ unit })}
            />
          )}
          {offered.length > 0 && (
            <Choice
              label={words.label}
              any={words.anyLabel}
              other={words.oneLabel}
              chosen={search.label}
              offered={offered}
              choose={(label) => change({ label })}
            />
          )}
          <Chips label={words.channel}>
            {channels.map((channel) => (
              <FilterChip key={channel} isOn={search.channel === channel} press={() => either('channel', channel)}>
                <Icon name={channel === 'zaloBot' ? 'zalo' : channel} size={14} />
                {phrases.channels[channel]}
              </FilterChip>
            ))}
          </Chips>
          <Chips label={words.kind}>
            {kinds.map((kind) => (
              <FilterChip key={kind} isOn={search.kind === kind} press={() => either('kind', kind)}>
                {phrases.kinds[kind]}
              </FilterChip>
            ))}
          </Chips>
          <Chips label={words.urgency}>
            <FilterChip isOn={search.urgent === true} press={() => either('urgent', true)}>
              <Icon name="warning" size={14} />
              {words.urgentOnly}
            </FilterChip>
          </Chips>
          <Group justify="space-between">
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={chosenIn(search).length === 0}
              onClick={() => change(nothingChosen)}
            >
              {words.clear}
            </Button>
            <Button size="compact-sm" onClick={() => setOpenAndBack(false)}>
              {words.done}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface ChoiceProps {
  label: string;
  any: string;
  /** How one is called that is chosen and not offered. */
  other: string;
  chosen: number | undefined;
  offered: readonly { id: number; name: string }[];
  choose: (id: number | undefined) => void;
}

function Choice({ label, any, other, chosen, offered, choose }: ChoiceProps) {
  const isOther = chosen !== undefined && !offered.some(({ id }) => id === chosen);
  return (
    <NativeSelect
      label={label}
      size="sm"
      value={chosen ?? ''}
      onChange={({ currentTarget: { value } }) => choose(value === '' ? undefined : Number(value))}
      data={[
        { value: '', label: any },
        ...offered.map(({ id, name }) => ({ value: String(id), label: name })),
        ...(isOther ? [{ value: String(chosen), label: other }] : []),
      ]}
    />
  );
}

function Chips({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <fieldset aria-labelledby={id} className={styles.field}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <div className={styles.chips}>{children}</div>
    </fieldset>
  );
}
