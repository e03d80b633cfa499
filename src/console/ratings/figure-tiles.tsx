import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RatingSummary } from '../../reports/ratings/summary.ts';
import { sayDay } from '../time/days.ts';
import styles from './ratings.module.css';
import { useSaying } from './say.ts';
import { useRatingWords } from './words.ts';

/** The headline figures, each beside the period before. */
export function FigureTiles({ summary }: { summary: RatingSummary }) {
  const words = useRatingWords();
  const say = useSaying();
  const { figures, compared, answers, step, loop } = summary;
  const before = compared?.figures;
  return (
    <>
      <dl className={styles.tiles} style={{ margin: 0 }}>
        <Tile
          name={step === null ? words.ratings : words.ratingsOfParts}
          value={say.count(figures.ratings)}
          note={
            <Change
              now={figures.ratings}
              before={before?.ratings}
              say={(by) => `${signed(by)}${say.count(Math.abs(by))}`}
            />
          }
        />
        {figures.declarations !== null && (
          <Tile
            name={words.responseRate}
            value={say.percent(figures.responseRate)}
            note={words.ofDeclarations(say.count(figures.declarations))}
          />
        )}
        <Tile
          name={words.satisfied}
          value={say.percent(figures.satisfiedShare)}
          note={
            <Change
              now={figures.satisfiedShare}
              before={before?.satisfiedShare}
              isGoodUp
              say={(by) => `${signed(by)}${say.decimal(Math.abs(by) * 100, 1)} ${words.points}`}
            />
          }
        />
        <Tile
          name={words.mean}
          value={say.decimal(figures.mean)}
          note={
            <Change
              now={figures.mean}
              before={before?.mean}
              isGoodUp
              say={(by) => `${signed(by)}${say.decimal(Math.abs(by))}`}
            />
          }
        />
        <Tile
          name={words.low}
          value={
            loop === null ? (
              say.count(figures.low)
            ) : (
              <Link to="/verifications" search={{ show: 'all' }} className={styles.pathLink}>
                {say.count(figures.low)}
              </Link>
            )
          }
          note={say.percent(figures.ratings === 0 ? null : figures.low / figures.ratings)}
        />
        {answers !== null && (
          <Tile
            name={words.inTime}
            value={say.percent(answers.share)}
            note={words.inTimeHint(say.count(answers.inTime), say.count(answers.due))}
          />
        )}
      </dl>
      {compared !== null && compared.figures.ratings > 0 && (
        <p className={styles.formula}>{words.comparedWith(sayDay(compared.from), sayDay(compared.to))}</p>
      )}
    </>
  );
}

function Tile({ name, value, note }: { name: string; value: ReactNode; note?: ReactNode }) {
  return (
    <div className={styles.tile}>
      <dt className={styles.tileName}>{name}</dt>
      <dd className={styles.tileValue} style={{ margin: 0 }}>
        {value}
      </dd>
      <dd className={styles.tileNote} style={{ margin: 0 }}>
        {note}
      </dd>
    </div>
  );
}

interface ChangeProps {
  now: number | null;
  before: number | null | undefined;
  isGoodUp?: boolean;
  say: (by: number) => string;
}

/** By how much it changed; coloured only where more is better, and never by colour alone. */
function Change({ now, before, isGoodUp = false, say }: ChangeProps) {
  if (now === null || before == null || before === 0) return null;
  const by = now - before;
  const tone = !isGoodUp || Math.abs(by) < 1e-9 ? undefined : by > 0 ? styles.better : styles.worse;
  return (
    <span className={tone}>
      {by > 0 ? '▲' : by < 0 ? '▼' : '='} {say(by)}
    </span>
  );
}

function signed(by: number): string {
  return by < 0 ? '−' : '+';
}
