import { cloneElement, type ReactElement, type ReactNode, Suspense, useEffect, useState } from 'react';
import { onceIdle } from './when-idle.tsx';

interface LaterMenuProps {
  button: ReactElement<{ 'aria-haspopup'?: 'menu'; 'aria-expanded'?: boolean; onClick?: () => void }>;
  /** Fetches what the menu is made of, so that the first press finds it there. */
  preload: () => Promise<unknown>;
  /** The menu, opened, around its button. */
  menu: (button: ReactElement) => ReactNode;
}

/** A button whose menu is first drawn when it is pressed: whoever opens a page waits for no menu. */
export function LaterMenu({ button, preload, menu }: LaterMenuProps) {
  const [wasPressed, setPressed] = useState(false);
  useEffect(() => onceIdle(() => void preload().catch(() => null)), [preload]);
  const alone = cloneElement(button, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => setPressed(true),
  });
  return wasPressed ? <Suspense fallback={alone}>{menu(button)}</Suspense> : alone;
}
