import { SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { officersQuery } from '../data/queries.ts';
import { usePhrases } from '../language/language.tsx';
import type { ActionOrder } from './api.ts';
import { useVerificationWords, type VerificationWords } from './words.ts';

export interface OrderValues {
  what: string;
  ownerId: string | null;
  dueOn: string;
  checkAfterDays: '30' | '90';
}

export const emptyOrder: OrderValues = { what: '', ownerId: null, dueOn: '', checkAfterDays: '30' };

/** What a form with an order checks before it is sent; the server checks it again. */
export function orderRules(words: VerificationWords) {
  return {
    what: (value: string) => (value.trim() === '' ? words.needed : null),
    ownerId: (value: string | null) => (value === null ? words.ownerNeeded : null),
    dueOn: (value: string) => (value === '' ? words.dueNeeded : null),
  };
}

export function orderOf({ what, ownerId, dueOn, checkAfterDays }: OrderValues): ActionOrder {
  return { what: what.trim(), ownerId: Number(ownerId), dueOn, checkAfterDays: checkAfterDays === '90' ? 90 : 30 };
}

/** What is ordered, of whom, until when, and when somebody looks whether it helped. */
export function OrderFields({ propsOf }: { propsOf: (field: keyof OrderValues) => object }) {
  const words = useVerificationWords();
  const phrases = usePhrases();
  const { data: officers = [] } = useQuery(officersQuery);
  return (
    <>
      <Textarea label={words.what} description={words.whatHint} autosize minRows={2} {...propsOf('what')} />
      <Select
        label={words.owner}
        placeholder={phrases.chooseOfficer}
        data={officers.map(({ id, name, title, unitName }) => ({
          value: String(id),
          label: `${name} · ${title} · ${unitName}`,
        }))}
        searchable
        nothingFoundMessage={phrases.nobodyMatches}
        {...propsOf('ownerId')}
      />
      <TextInput type="date" label={words.dueOn} {...propsOf('dueOn')} />
      <Stack gap={4}>
        <Text size="sm" fw={500}>
          {words.checkAfter}
        </Text>
        <SegmentedControl
          aria-label={words.checkAfter}
          data={[
            { value: '30', label: words.days(30) },
            { value: '90', label: words.days(90) },
          ]}
          {...propsOf('checkAfterDays')}
        />
      </Stack>
    </>
  );
}
