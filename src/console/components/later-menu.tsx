import { cloneElement, type ReactElement, type ReactNode, Suspense, useEffect, useState } from 'react';
import { onceIdle } from './when-idle.tsx';

interface LaterMenuProps {
  button: ReactElement<{ 'aria-haspopup'?: 'menu' | 'dialog'; 'aria-expanded'?: boolean; onClick?: () => void }>;
  /** What it opens, where that is no menu. */
  opens?: 'menu' | 'dialog';
  /** Fetches what the menu is made of, so that the first press finds it there. */
  preload: () => Promise<unknown>;
  /** The menu, opened, around its button. */
  menu: (button: ReactElement<{ onClick?: () => void }>) => ReactNode;
}

/** A button whose menu is first drawn when it is pressed: whoever opens a page waits for no menu. */
export function LaterMenu({ button, opens = 'menu', preload, menu }: LaterMenuProps) {
  const [wasPressed, setPressed] = useState(false);
  useEffect(() => onceIdle(() => void preload().catch(() => null)), [preload]);
  const alone = cloneElement(button, {
    'aria-haspopup': opens,
    'aria-expanded': false,
    onClick: () => setPressed(true),
  });
  return wasPressed ? <Suspense fallback={alone}>{menu(button)}</Suspense> : alone;
}
