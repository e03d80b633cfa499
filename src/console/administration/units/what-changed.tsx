import { useQuery } from '@tanstack/react-query';
import { dayAfter, sayDay } from '../../time/days.ts';
import { type Unit, unitsQuery } from '../data.ts';
import styles from '../page.module.css';
import { structureChange } from './structure-change.ts';
import own from './what-changed.module.css';
import { useUnitWords } from './words.ts';

/** The structure before a day of change beside the one after it: what ended, what began, what has another name or place. */
export function WhatChanged({ on }: { on: string }) {
  const words = useUnitWords();
  const { data: before } = useQuery(unitsQuery(dayAfter(on, -1)));
  const { data: after } = useQuery(unitsQuery(on));
  if (before === undefined || after === undefined) return null;
  const { begun, ended, changed } = structureChange(before.items, after.items);
  const nameOf = (id: number | null, units: readonly Unit[]) => units.find((each) => each.id === id)?.name ?? words.top;
  return (
    <section className={styles.section} aria-label={words.changedOn(sayDay(on))}>
      <h2 className={styles.title}>{words.changedOn(sayDay(on))}</h2>
      <div className={own.sides}>
        <Side title={words.ended(ended.length)} units={ended} />
        <Side title={words.begun(begun.length)} units={begun} />
        {changed.length > 0 && (
          <div className={styles.card}>
            <h3 className={styles.subtitle}>{words.changed(changed.length)}</h3>
            <ul className={own.list}>
              {changed.map(({ before: was, after: is, isRenamed, isMoved }) => (
                <li key={is.id}>
                  {is.name}
                  <span className={styles.small}>
                    {isRenamed && ` ${words.was(was.name)}`}
                    {isMoved && ` ${words.moved(nameOf(was.parentId, before.items), nameOf(is.parentId, after.items))}`}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

function Side({ title, units }: { title: string; units: readonly Unit[] }) {
  if (units.length === 0) return null;
  return (
    <div className={styles.card}>
      <h3 className={styles.subtitle}>{title}</h3>
      <ul className={own.list}>
        {units.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </div>
  );
}
