import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './global.css';
import { MantineProvider } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isSignedOut, Problem } from './data/problem.ts';
import { LanguageProvider } from './language/language.tsx';
import { createConsoleRouter } from './router.tsx';
import { colourVariables, theme } from './theme.ts';

const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays a refusal; only a lost connection or a fault is worth another try.
      retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.status < 500),
    },
  },
});
const router = createConsoleRouter(queryClient);

/** A session that ends while the page is open leads to the sign-in and back to the same place. */
function leaveWhenSignedOut(error: Error): void {
  if (!isSignedOut(error) || router.state.location.pathname === '/sign-in') return;
  void router.navigate({ to: '/sign-in', search: { from: router.state.location.publicHref } });
}

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no #root');

createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={colourVariables} defaultColorScheme="auto">
      <LanguageProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
);
