import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type Language, LanguageProvider } from './language/language.tsx';
import type { createConsoleRouter } from './router.tsx';
import { colourVariables, theme } from './theme.ts';

interface ConsoleProps {
  queryClient: QueryClient;
  router: ReturnType<typeof createConsoleRouter>;
  language: Language;
  /** With which styles may be added; undefined where the page is served without one. */
  nonce: string | undefined;
}

/** The whole console: in the browser, and on the server where its first picture is drawn. */
export function Console({ queryClient, router, language, nonce }: ConsoleProps) {
  // A picture of it hears nobody.
  useEffect(() => document.getElementById('root')?.removeAttribute('aria-busy'), []);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={colourVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce ?? ''}
    >
      <LanguageProvider initial={language}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}
