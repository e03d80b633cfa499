import type { Sample } from './data.ts';
import { useFieldWords } from './field-words.ts';
import own from './imports.module.css';
import { useImportWords } from './words.ts';

interface SamplesProps {
  title: string;
  samples: readonly Sample[];
  /** How many rows there are of this kind. */
  all: number;
}

/** The first rows of one kind; where something changes, old beside new. */
export function Samples({ title, samples, all }: SamplesProps) {
  const words = useImportWords();
  const { nameOf, say } = useFieldWords();
  if (all === 0) return null;
  return (
    <section aria-label={title}>
      <div className={own.head}>
        <h3>{title}</h3>
        <span className="quiet">{words.first(samples.length, all)}</span>
      </div>
      <ul className={own.samples}>
        {samples.map(({ name, fields }, place) => (
          <li key={`${name} ${String(place)}`} className={own.sample}>
            <strong className={own.name}>{name}</strong>
            <dl>
              {fields.map(({ field, before, after }) => (
                <Field
                  key={field}
                  name={nameOf(field)}
                  before={before === null ? null : say(field, before)}
                  after={after === null ? null : say(field, after)}
                  isChange={before !== null && before !== after}
                />
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FieldProps {
  name: string;
  before: string | null;
  after: string | null;
  isChange: boolean;
}

function Field({ name, before, after, isChange }: FieldProps) {
  const words = useImportWords();
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {isChange && (
          <>
            <del>{before}</del> →{' '}
          </>
        )}
        {isChange ? <ins>{after ?? words.empty}</ins> : (after ?? words.empty)}
      </dd>
    </>
  );
}
