import './mantine-styles.ts';
import '@mantine/notifications/styles.css';
import './global.css';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './app.tsx';
import { isSignedOut, Problem } from './data/problem.ts';
import { keptLanguage } from './language/language.tsx';
import { createConsoleRouter } from './router.tsx';
import { styleNonce } from './style-nonce.ts';

const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: goWhereNeeded }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays a refusal; only a lost connection or a fault is worth another try.
      retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.status < 500),
    },
  },
});
const router = createConsoleRouter(queryClient);

/** Where the role needs a second factor, nothing but setting it up is open. */
function goWhereNeeded(error: Error): void {
  leaveWhenSignedOut(error);
  if (error instanceof Problem && error.code === 'secondFactorNeeded') void router.navigate({ to: '/account' });
}

/** A session that ends while the page is open leads to the sign-in and back to the same place. */
function leaveWhenSignedOut(error: Error): void {
  if (!isSignedOut(error) || router.state.location.pathname === '/sign-in') return;
  void router.navigate({ to: '/sign-in', search: { from: router.state.location.publicHref } });
}

const nonce = styleNonce();
// The dialogs' lock of scrolling adds a style of its own and asks for its nonce by this name.
Object.assign(globalThis, { __webpack_nonce__: nonce });

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no #root');

void start(place);

/** A picture that the server drew stays until the page's own is whole, which takes its place in one step. */
async function start(root: HTMLElement): Promise<void> {
  if (root.hasChildNodes()) await router.load();
  createRoot(root).render(
    <StrictMode>
      <Console queryClient={queryClient} router={router} language={keptLanguage()} nonce={nonce} />
    </StrictMode>,
  );
}
