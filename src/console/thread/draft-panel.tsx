import { Button, Loader } from '@mantine/core';
import { Refusal } from '../components/refusal.tsx';
import { useAssistantWords } from './assistant-words.ts';
import styles from './draft-panel.module.css';
import type { Assistance } from './use-assistance.ts';

/** What the officer might answer, as a ghost above the field: taken by hand or dropped, never sent by itself. */
export function DraftPanel({ assistance, take }: { assistance: Assistance; take: (text: string) => void }) {
  const words = useAssistantWords();
  const { drafting, takeDraft } = assistance;
  if (drafting.isPending)
    return (
      <p className={styles.quiet} role="status">
        <Loader size={14} /> {words.thinking}…
      </p>
    );
  if (drafting.error !== null) return <Refusal error={drafting.error} />;
  const draft = drafting.data;
  if (draft === undefined) return null;
  if (draft === null)
    return (
      <p className={styles.quiet} role="status">
        {words.none}
      </p>
    );
  return (
    <section className={styles.panel} aria-label={words.title}>
      <strong className={styles.title}>{words.title}</strong>
      <p className={styles.text}>{draft.text}</p>
      {draft.sources.length === 0 ? (
        <p className={styles.quiet}>{words.noSources}</p>
      ) : (
        <ul className={styles.sources} aria-label={words.sources}>
          {draft.sources.map(({ address, quote }) => (
            <li key={`${address} ${quote}`}>
              <cite>{address}</cite> “{quote}”
            </li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button
          size="compact-sm"
          onClick={() => {
            take(draft.text);
            takeDraft(draft.draftId);
          }}
        >
          {words.use}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => drafting.reset()}>
          {words.drop}
        </Button>
      </div>
    </section>
  );
}

/** The answer in the enterprise's language, as it will stand below the Vietnamese words. */
export function TranslationPanel({ assistance, text }: { assistance: Assistance; text: string }) {
  const words = useAssistantWords();
  const { translating } = assistance;
  if (translating.isPending)
    return (
      <p className={styles.quiet} role="status">
        <Loader size={14} /> {words.translating}…
      </p>
    );
  if (translating.error !== null) return <Refusal error={translating.error} />;
  const seen = translating.data;
  if (seen === undefined) return null;
  if (seen.translation === null)
    return (
      <p className={styles.quiet} role="status">
        {words.noTranslation}
      </p>
    );
  const { to, text: translation } = seen.translation;
  const isStale = seen.of !== text;
  return (
    <section className={styles.panel} aria-label={words.translated[to]} data-stale={isStale}>
      <strong className={styles.title}>{isStale ? words.stale : words.translated[to]}</strong>
      <p className={styles.text} lang={to}>
        {translation}
      </p>
    </section>
  );
}
