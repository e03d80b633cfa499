import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { warningsQuery } from '../data/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { shortMoment } from '../time/moments.ts';

/** Tells administrators which of our accounts on chat platforms stops working, and what to do. The server decides for whom. */
export function AccountWarning() {
  const { phrases, language } = useLanguage();
  const { data: warnings, dataUpdatedAt } = useQuery(warningsQuery);
  if (warnings === undefined || warnings.accounts.length === 0) return null;
  return warnings.accounts.map(({ channel, account, state, whatToDo, since }) => (
    <Alert
      key={`${channel} ${account}`}
      color={state === 'broken' ? 'red' : 'yellow'}
      variant="light"
      radius={0}
      px="sm"
      py={4}
      role={state === 'broken' ? 'alert' : 'status'}
    >
      <Text size="sm" fw={600} span>
        {phrases.accountTrouble[state](
          phrases.channels[channel],
          shortMoment(Date.parse(since), dataUpdatedAt, language),
        )}
      </Text>{' '}
      <Text size="sm" span lang="vi">
        {whatToDo}
      </Text>
    </Alert>
  ));
}
