import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Entry } from './entries.ts';

export interface PinnedScroll {
  box: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  isPinned: boolean;
  /** Something came while the person was reading further up. */
  hasNews: boolean;
  /** To be called on each scroll. True near the top, where older messages are wanted. */
  onScroll(): boolean;
  toNewest(): void;
  /** What is read stays where it is while older messages come in above it. */
  keepPlace(): void;
}

const nearPixels = 80;

/** Stays at the newest message unless the person reads further up. What they say themselves always brings them down. */
export function usePinnedScroll(entries: readonly Entry[]): PinnedScroll {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);
  const kept = useRef<{ oldest: string | undefined; fromBottom: number } | null>(null);
  const newest = useRef<string | undefined>(undefined);
  const [isPinned, setIsPinned] = useState(true);
  const [hasNews, setHasNews] = useState(false);

  function pin(now: boolean): void {
    pinned.current = now;
    setIsPinned(now);
    if (now) setHasNews(false);
  }

  function jump(): void {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }

  // Pictures, the keyboard of a phone and the typing dots change heights without any message.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (pinned.current) jump();
    });
    for (const element of [box.current, content.current]) if (element !== null) observer.observe(element);
    return () => observer.disconnect();
  });

  useLayoutEffect(() => {
    const place = kept.current;
    if (place !== null && place.oldest !== entries[0]?.key && box.current !== null) {
      box.current.scrollTop = box.current.scrollHeight - place.fromBottom;
      kept.current = null;
    }

    const last = entries.at(-1);
    const isNew = last?.key !== newest.current;
    newest.current = last?.key;
    if (!isNew) return;
    if (pinned.current || last?.author === 'person') {
      pin(true);
      jump();
    } else {
      setHasNews(true);
    }
  });

  return {
    box,
    content,
    isPinned,
    hasNews,
    onScroll() {
      const element = box.current;
      if (element === null) return false;
      const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < nearPixels;
      if (isNear !== pinned.current) pin(isNear);
      return element.scrollTop < nearPixels;
    },
    toNewest() {
      pin(true);
      box.current?.scrollTo({ top: box.current.scrollHeight, behavior: movesGently() ? 'smooth' : 'auto' });
    },
    keepPlace() {
      const element = box.current;
      if (element !== null) {
        kept.current = { oldest: entries[0]?.key, fromBottom: element.scrollHeight - element.scrollTop };
      }
    },
  };
}

function movesGently(): boolean {
  return matchMedia('(prefers-reduced-motion: no-preference)').matches;
}
