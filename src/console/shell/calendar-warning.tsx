import { useQuery } from '@tanstack/react-query';
import { warningsQuery } from '../data/queries.ts';
import { useLanguage } from '../language/language.tsx';
import { dayInWords } from '../time/moments.ts';
import styles from './warning.module.css';

/** Says from October on that the next year's calendar is to be approved. The server decides whom it concerns. */
export function CalendarWarning() {
  const { phrases, language } = useLanguage();
  const { data: warnings } = useQuery(warningsQuery);
  if (warnings === undefined || warnings.calendarYears.length === 0) return null;
  return (
    <div role="status" className={styles.warning}>
      {warnings.calendarYears.map(({ year, standing, mattersFrom }) => {
        const say = standing === 'missing' ? phrases.calendarYearMissing : phrases.calendarYearProvisional;
        return <p key={year}>{say(year, dayInWords(Date.parse(mattersFrom), language))}</p>;
      })}
      {warnings.undeterminedCases > 0 && <strong>{phrases.undeterminedCases(warnings.undeterminedCases)}</strong>}
    </div>
  );
}
