import type { Figures } from '../../rules/rating/figures.ts';
import styles from './ratings.module.css';
import { useSaying } from './say.ts';
import { useRatingWords } from './words.ts';

const levels = [5, 4, 3, 2, 1] as const;

/** How many ratings of each level, the best first. */
export function Distribution({ figures, title }: { figures: Figures; title?: string }) {
  const words = useRatingWords();
  const say = useSaying();
  return (
    <section className={styles.card} aria-label={title ?? words.distribution}>
      <div className={styles.cardTop}>
        <h2 className={styles.title}>{title ?? words.distribution}</h2>
      </div>
      <ol className={styles.levels}>
        {levels.map((level) => {
          const count = figures.distribution[level - 1] ?? 0;
          const share = figures.ratings === 0 ? 0 : count / figures.ratings;
          return (
            <li key={level}>
              <span className={styles.levelTop}>
                <span>
                  {level} ★ {words.levels[level - 1]}
                </span>
                <span className="figures">
                  {say.count(count)} <span className="quiet">{say.percent(share)}</span>
                </span>
              </span>
              <span className={styles.track} aria-hidden="true">
                {count > 0 && <span className={styles.fill} data-level={level} style={{ width: `${share * 100}%` }} />}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
