import { useEffect, useRef, useState } from 'react';

const nearPixels = 80;

/** Keeps a scrolling place at its end while its content or its size changes, unless the reader scrolled away. */
export function useStayAtEnd() {
  const place = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const lastTop = useRef(0);
  const [isAway, setAway] = useState(false);

  function toEnd(): void {
    place.current?.scrollTo({ top: place.current.scrollHeight });
  }

  function scrolled(): void {
    const element = place.current;
    if (element === null) return;
    const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < nearPixels;
    // Content may have grown since the scrolling that is reported here: only a reader moves upwards.
    isAtEnd.current = isNear || (isAtEnd.current && element.scrollTop >= lastTop.current);
    lastTop.current = element.scrollTop;
    setAway(!isAtEnd.current);
  }

  useEffect(() => {
    // What scrolls must be reachable by keyboard, even where nothing in it takes the focus.
    if (place.current !== null) place.current.tabIndex = 0;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) place.current?.scrollTo({ top: place.current.scrollHeight });
    });
    for (const element of [place.current, content.current]) if (element !== null) observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return { place, content, isAway, toEnd, scrolled };
}
