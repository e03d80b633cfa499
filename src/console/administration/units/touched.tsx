import { useQuery } from '@tanstack/react-query';
import { leaningQuery } from '../data.ts';
import styles from '../page.module.css';
import { useUnitWords } from './words.ts';

/** Who and what leans on a unit from a day on, before the unit changes. */
export function Touched({ unitId, day }: { unitId: number; day: string }) {
  const words = useUnitWords();
  const { data } = useQuery({ ...leaningQuery(unitId, day), enabled: day !== '' });
  if (data === undefined) return null;
  const { officers, offices, rules, policies, openCases } = data;
  const lines = [
    officers.length > 0 && words.officersCount(officers.length, officers.join(', ')),
    offices.length > 0 && words.officesCount(offices.join(', ')),
    rules > 0 && words.rulesCount(rules),
    policies.length > 0 && words.policiesCount(policies.join(', ')),
    openCases > 0 && words.casesCount(openCases),
  ].filter((line) => line !== false);
  return (
    <section className={styles.touched} aria-label={words.touched}>
      {lines.length === 0 ? words.nothing : words.touched}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
