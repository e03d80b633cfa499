import { readRuns } from './emphasis.ts';

/** What the desk says, with its emphasis shown. Nothing in it is ever read as HTML. */
export function Emphasised({ text }: { text: string }) {
  let from = 0;
  return readRuns(text).map((run) => {
    const key = from;
    from += run.text.length;
    return run.isStrong ? <strong key={key}>{run.text}</strong> : <span key={key}>{run.text}</span>;
  });
}
