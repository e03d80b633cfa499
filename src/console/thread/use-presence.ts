import { useIdle, useInterval } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { type Activity, bePresent, besideQuery } from './beside.ts';

const heartbeatMs = 10_000;
const idleMs = 5 * 60_000;
// Whoever has not pressed a key for so long is reading again.
const typingMs = 3 * 60_000;

/** Tells colleagues that this officer has the case open, and whether an answer is being written. */
export function usePresence(reference: string, text: string): void {
  const queryClient = useQueryClient();
  const isIdle = useIdle(idleMs, { initialState: false });
  const typedAtMs = useRef<number | null>(null);
  const lastText = useRef(text);
  const told = useRef<Activity | null>(null);

  if (lastText.current !== text) {
    typedAtMs.current = text === '' ? null : performance.now();
    lastText.current = text;
  }

  const tell = useCallback(
    (activity: Activity) => {
      told.current = activity;
      bePresent(reference, activity).then(
        (present) =>
          queryClient.setQueryData(besideQuery(reference).queryKey, (before) =>
            before === undefined ? before : { ...before, present },
          ),
        // The next heartbeat says it again.
        () => undefined,
      );
    },
    [queryClient, reference],
  );

  function activity(): Activity {
    if (isIdle) return 'idle';
    const isTyping = typedAtMs.current !== null && performance.now() - typedAtMs.current < typingMs;
    return isTyping ? 'typing' : 'viewing';
  }

  const now = activity();
  useEffect(() => {
    if (told.current !== now) tell(now);
  }, [now, tell]);

  const heart = useInterval(() => tell(activity()), heartbeatMs);
  const beat = useRef(heart);
  beat.current = heart;
  useEffect(() => {
    const { start, stop } = beat.current;
    start();
    const leave = () => tell('gone');
    window.addEventListener('pagehide', leave);
    return () => {
      stop();
      window.removeEventListener('pagehide', leave);
      leave();
      told.current = null;
    };
  }, [tell]);
}
