import { useQuery } from '@tanstack/react-query';
import { Initials } from '../components/initials.tsx';
import type { DemoSignIn } from '../data/outside-api.ts';
import { demoSignInsQuery } from '../data/queries.ts';
import { usePhrases } from '../language/language.tsx';
import styles from './demo-sign-ins.module.css';

/** One click for each person of the demonstration; nothing elsewhere. */
export function DemoSignIns({ choose, isBusy }: { choose: (signIn: DemoSignIn) => void; isBusy: boolean }) {
  const phrases = usePhrases();
  const { data: people = [] } = useQuery(demoSignInsQuery);
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="demo-sign-ins" className={styles.place}>
      <h2 id="demo-sign-ins" className={styles.heading}>
        {phrases.demoSignIns}
      </h2>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.email}>
            <button type="button" className={styles.person} disabled={isBusy} onClick={() => choose(person)}>
              <Initials name={person.name} />
              <span className={styles.words}>
                <strong>{person.name}</strong>
                <span className="quiet">{person.why}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
