import type { Counts } from './data.ts';
import own from './imports.module.css';
import { useImportWords } from './words.ts';

const kinds = ['added', 'changed', 'unchanged', 'duplicates', 'rejected'] as const;

/** How many rows are of each kind. */
export function CountTiles({ counts }: { counts: Counts }) {
  const words = useImportWords();
  return (
    <dl className={own.counts}>
      {kinds.map((kind) => (
        <div key={kind} className={`${own.count} ${counts[kind] === 0 ? own.none : (own[kind] ?? '')}`}>
          <dt>{words.counts[kind]}</dt>
          <dd>{words.number(counts[kind])}</dd>
        </div>
      ))}
    </dl>
  );
}
