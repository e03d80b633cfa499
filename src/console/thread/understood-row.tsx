import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { UnderstandingView } from '../../http/understanding-routes.ts';
import { Icon } from '../components/icons.tsx';
import { Refusal } from '../components/refusal.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { shortMoment } from '../time/moments.ts';
import { useBotWords } from './bot-words.ts';
import styles from './understanding.module.css';
import { type UnderstoodField, useCheck } from './understanding-data.ts';

interface UnderstoodRowProps {
  reference: string;
  understanding: UnderstandingView;
  field: UnderstoodField;
}

/** One thing the bot understood, with who looked at it and the way to put it right. */
export function UnderstoodRow({
  reference,
  understanding,
  field: { field, value, label, checked },
}: UnderstoodRowProps) {
  const words = useBotWords();
  const { phrases } = useLanguage();
  const [draft, setDraft] = useState<string | null>(null);
  const check = useCheck(reference, () => setDraft(null));
  const name = words.fields[field];

  function save(event: FormEvent): void {
    event.preventDefault();
    if (draft !== null) check.mutate({ [field]: draft.trim() === '' ? null : draft.trim() });
  }

  if (draft === null)
    return (
      <tr>
        <th scope="row">{name}</th>
        <td>
          {label ?? <span className="quiet">{words.empty}</span>}
          <CheckedBy checked={checked} isEmpty={value === null} />
        </td>
        <td className={styles.deeds}>
          {understanding.mayCorrect && (
            <>
              {checked === null && value !== null && (
                <ActionIcon
                  variant="subtle"
                  size={24}
                  aria-label={words.confirm(name)}
                  title={words.confirm(name)}
                  disabled={check.isPending}
                  onClick={() => check.mutate({ [field]: value })}
                >
                  <Icon name="check" size={14} />
                </ActionIcon>
              )}
              <ActionIcon
                variant="subtle"
                size={24}
                aria-label={words.correct(name)}
                title={words.correct(name)}
                onClick={() => setDraft(value ?? '')}
              >
                <Icon name="pencil" size={14} />
              </ActionIcon>
            </>
          )}
          <Refusal error={check.error} />
        </td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">{name}</th>
      <td colSpan={2}>
        <form className={styles.edit} onSubmit={save}>
          {field === 'declaration' ? (
            <TextInput
              size="xs"
              aria-label={name}
              placeholder={words.declarationHint}
              inputMode="numeric"
              autoFocus
              value={draft}
              onChange={(event) => setDraft(event.currentTarget.value)}
            />
          ) : (
            <Select
              size="xs"
              aria-label={name}
              data={understanding.choices[field]}
              searchable
              clearable={field === 'office'}
              nothingFoundMessage={phrases.none}
              autoFocus
              value={draft === '' ? null : draft}
              onChange={(chosen) => setDraft(chosen ?? '')}
            />
          )}
          <Button
            size="compact-xs"
            type="submit"
            loading={check.isPending}
            disabled={field === 'category' && draft === ''}
          >
            {words.save}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setDraft(null)}>
            {phrases.cancel}
          </Button>
        </form>
        <Refusal error={check.error} />
      </td>
    </tr>
  );
}

function CheckedBy({ checked, isEmpty }: Pick<UnderstoodField, 'checked'> & { isEmpty: boolean }) {
  const words = useBotWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  if (checked === null) return isEmpty ? null : <span className={styles.toCheck}>{words.toCheck}</span>;
  const at = shortMoment(Date.parse(checked.at), now, language);
  return (
    <span className={styles.by}>
      {checked.isCorrected ? words.corrected(checked.by, at) : words.confirmed(checked.by, at)}
    </span>
  );
}
