import { QueryClient } from '@tanstack/react-query';
import { createMemoryHistory } from '@tanstack/react-router';
import { renderToString } from 'react-dom/server';
import type { Drawing, PictureWish } from '../http/first-picture.ts';
import { Console } from './app.tsx';
import { bringAnswers } from './data/first-answers.ts';
import { createConsoleRouter } from './router.tsx';

// The desk's time and the answers stand once for all that is drawn: one picture after the other.
let last: Promise<unknown> = Promise.resolve();

/** The markup of a page of the console, for the server to send before any script runs. Throws where it would show a failure. */
export const drawFirstPicture: Drawing['drawFirstPicture'] = (wish) => {
  const drawn = last.then(() => draw(wish));
  last = drawn.catch(() => {});
  return drawn;
};

async function draw({ address, answers, language, nonce }: PictureWish): Promise<string> {
  bringAnswers(answers);
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  const router = createConsoleRouter(queryClient, createMemoryHistory({ initialEntries: [address] }));
  await router.load();
  const failed = router.state.matches.find((match) => match.status !== 'success');
  if (failed !== undefined) throw failed.error ?? new Error(`${failed.routeId} is ${failed.status}`);
  const markup = renderToString(
    <Console queryClient={queryClient} router={router} language={language} nonce={nonce} />,
  );
  queryClient.clear();
  // What fails while it is drawn is left to the browser, in place of the nearest part that can be missing: here the page.
  if (!markup.includes('<main')) throw new Error(`${address} could not be drawn`);
  return markup;
}
