import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { MessageView } from '../../http/views.ts';
import { DeedDialog } from '../case/deed-dialog.tsx';
import { UnitField } from '../case/deed-fields.tsx';
import { Icon } from '../components/icons.tsx';
import { Refusal } from '../components/refusal.tsx';
import { transferCase } from '../data/api.ts';
import { usePhrases } from '../language/language.tsx';
import { useBotWords } from './bot-words.ts';
import styles from './understanding.module.css';
import { useCheck, useUnderstanding } from './understanding-data.ts';
import { UnderstoodRow } from './understood-row.tsx';

interface UnderstandingProps {
  reference: string;
  messages: readonly MessageView[];
}

/** What the bot took out of the enterprise's words, to be confirmed or put right. Folded once everything was looked at. */
export function Understanding({ reference, messages }: UnderstandingProps) {
  const words = useBotWords();
  const data = useUnderstanding(reference);
  const check = useCheck(reference);
  const content = useId();
  const [wish, setWish] = useState<boolean | null>(null);
  const isChecked = data?.fields.every(({ checked, value }) => checked !== null || value === null) ?? true;
  // Nothing is to be looked through in a matter about conduct.
  if (data === undefined || (!data.mayCorrect && data.fields.every(({ checked }) => checked === null))) return null;
  const isOpen = wish ?? (!isChecked || data.belongsTo !== null);
  const unchecked = data.fields.filter(({ checked, value }) => checked === null && value !== null);
  const files = messages.filter(({ author }) => author === 'person').reduce((sum, each) => sum + each.files.length, 0);
  return (
    <section className={styles.card} aria-label={words.understood}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isOpen}
          aria-controls={content}
          onClick={() => setWish(!isOpen)}
        >
          <Icon name={isChecked ? 'check' : 'question'} size={15} />
          <strong>{words.understood}</strong>
          {!isOpen && (
            <span className={styles.gist}>
              {data.fields
                .map(({ label }) => label)
                .filter(Boolean)
                .join(' · ')}
            </span>
          )}
          {isChecked && <span className={styles.done}>{words.allChecked}</span>}
        </button>
        {isOpen && data.mayCorrect && unchecked.length > 0 && (
          <Button
            size="compact-xs"
            variant="light"
            loading={check.isPending}
            onClick={() => check.mutate(Object.fromEntries(unchecked.map(({ field, value }) => [field, value])))}
          >
            {words.confirmAll}
          </Button>
        )}
      </div>
      <div id={content} hidden={!isOpen}>
        {isOpen && (
          <>
            <table className={styles.table}>
              <tbody>
                {data.fields.map((field) => (
                  <UnderstoodRow key={field.field} reference={reference} understanding={data} field={field} />
                ))}
                {files > 0 && (
                  <tr>
                    <th scope="row">{words.filesOf}</th>
                    <td colSpan={2}>{words.files(files)}</td>
                  </tr>
                )}
              </tbody>
            </table>
            {data.belongsTo !== null && <PassOn reference={reference} unit={data.belongsTo} />}
            <Refusal error={check.error} />
          </>
        )}
      </div>
    </section>
  );
}

/** Offers what routing would do now; the officer decides. */
function PassOn({ reference, unit }: { reference: string; unit: { id: number; name: string } }) {
  const words = useBotWords();
  const phrases = usePhrases();
  const [isAsking, setAsking] = useState(false);
  return (
    <p className={styles.offer} role="status">
      {words.belongsTo(unit.name)}{' '}
      <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>
        {words.passOn}
      </Button>
      {isAsking && (
        <DeedDialog
          reference={reference}
          title={phrases.transfer}
          close={() => setAsking(false)}
          words={{ label: phrases.reason, needed: phrases.reasonNeeded }}
          choice={{ needed: phrases.unitNeeded, field: UnitField, chosen: String(unit.id) }}
          send={({ words: why, choice }) => transferCase(reference, Number(choice), why)}
        />
      )}
    </p>
  );
}
