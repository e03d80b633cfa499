import { Icon } from '../../components/icons.tsx';
import { Refusal } from '../../components/refusal.tsx';
import { useLanguage } from '../../language/language.tsx';
import { dayAfter, sayDay, weekdayOf } from '../../time/days.ts';
import { timeOfDay } from '../../time/moments.ts';
import { type Absence, type DutyTurn, type Officer, removeTurn } from '../data.ts';
import { useDeed } from '../parts/use-deed.ts';
import { useToday } from '../parts/use-today.ts';
import { touchesDay } from './stretches.ts';
import styles from './week-grid.module.css';
import { useRosterWords } from './words.ts';

interface WeekGridProps {
  monday: string;
  officers: readonly Officer[];
  turns: readonly DutyTurn[];
  absences: readonly Absence[];
}

/** A week of a unit: who is on duty when, and who is away. */
export function WeekGrid({ monday, officers, turns, absences }: WeekGridProps) {
  const words = useRosterWords();
  const today = useToday();
  const removing = useDeed(removeTurn);
  const days = Array.from({ length: 7 }, (_, place) => dayAfter(monday, place));
  return (
    <>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{words.officer}</th>
            {days.map((day) => (
              <th key={day} scope="col" className={day === today ? styles.today : undefined}>
                {words.weekdays[weekdayOf(day)]}
                <span className={`${styles.under} figures`}>{sayDay(day).slice(0, 5)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {officers.map((officer) => (
            <tr key={officer.id}>
              <th scope="row">
                {officer.name}
                <span className={styles.under}>{officer.title}</span>
              </th>
              {days.map((day) => (
                <td key={day} className={day === today ? styles.today : undefined}>
                  {absences.some(
                    (each) => each.officerId === officer.id && touchesDay(each, day, dayAfter(day, 1)),
                  ) && <span className={styles.away}>{words.away}</span>}
                  {turns
                    .filter((turn) => turn.officerId === officer.id && touchesDay(turn, day, dayAfter(day, 1)))
                    .map((turn) => (
                      <Turn key={turn.id} turn={turn} remove={() => removing.mutate(turn.id)} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Refusal error={removing.error} />
    </>
  );
}

function Turn({ turn, remove }: { turn: DutyTurn; remove: () => void }) {
  const words = useRosterWords();
  const { language } = useLanguage();
  const time = (at: string) => timeOfDay(Date.parse(at), language);
  const when = `${time(turn.fromAt)}–${time(turn.untilAt)}`;
  return (
    <span className={`${styles.turn} figures`}>
      {when}
      <button type="button" aria-label={words.remove(turn.officerName, when)} onClick={remove}>
        <Icon name="cross" size={12} />
      </button>
    </span>
  );
}
