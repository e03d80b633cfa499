import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { warningsQuery } from '../data/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { longDay } from '../time/moments.ts';

/** Says from October on that the next year's calendar is to be approved. The server decides whom it concerns. */
export function CalendarWarning() {
  const { phrases, language } = useLanguage();
  const { data: warnings } = useQuery(warningsQuery);
  if (warnings === undefined || warnings.calendarYears.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" radius={0} px="sm" py={4} role="status">
      {warnings.calendarYears.map(({ year, standing, mattersFrom }) => {
        const say = standing === 'missing' ? phrases.calendarYearMissing : phrases.calendarYearProvisional;
        return (
          <Text key={year} size="sm">
            {say(year, longDay(Date.parse(mattersFrom), language))}
          </Text>
        );
      })}
      {warnings.undeterminedCases > 0 && (
        <Text size="sm" fw={600}>
          {phrases.undeterminedCases(warnings.undeterminedCases)}
        </Text>
      )}
    </Alert>
  );
}
