import { useEffect, useRef } from 'react';
import type { Entry } from './entries.ts';
import { useLanguage } from './language.tsx';

/** Counts in the tab's title what came while the person was elsewhere. */
export function useUnreadTitle(entries: readonly Entry[]): void {
  const { words } = useLanguage();
  const heard = entries.filter(({ author }) => author !== 'person').length;
  const seen = useRef(heard);

  useEffect(() => {
    function show(): void {
      if (document.visibilityState === 'visible') seen.current = heard;
      const unread = Math.max(0, heard - seen.current);
      document.title = unread === 0 ? words.botName : `(${unread}) ${words.botName}`;
    }
    show();
    document.addEventListener('visibilitychange', show);
    return () => document.removeEventListener('visibilitychange', show);
  }, [heard, words]);
}
