import { plainRunsOf, runsOf } from './rich-text.ts';

/** A text as it is meant to look. React escapes every run, so nothing in it can become part of the page. */
export function RichText({ text, isTyped }: { text: string; isTyped: boolean }) {
  const runs = isTyped ? plainRunsOf(text) : runsOf(text);
  return (
    <p className="words">
      {runs.map((run, index) => {
        // A text never changes its order, so the place of a run is its identity.
        const key = `${index}`;
        if (run.href !== null) {
          return (
            <a key={key} href={run.href} target="_blank" rel="noopener noreferrer nofollow">
              {run.text}
            </a>
          );
        }
        return run.bold ? <strong key={key}>{run.text}</strong> : <span key={key}>{run.text}</span>;
      })}
    </p>
  );
}
