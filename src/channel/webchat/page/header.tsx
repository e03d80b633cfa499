import { useEffect, useRef, useState } from 'react';
import type { ChatPersonView } from '../view.ts';
import { BotMark, DotsIcon } from './icons.tsx';
import { useLanguage } from './language.tsx';
import { Menu, type MenuProps } from './menu.tsx';

/** Whom one talks to, who one is, and the few things that are not the conversation. */
export function Header({ me, ...menu }: { me: ChatPersonView | null } & Omit<MenuProps, 'onClose'>) {
  const { words } = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const corner = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    function closeOutside(event: PointerEvent): void {
      if (event.target instanceof Node && corner.current?.contains(event.target)) return;
      setIsOpen(false);
    }
    function closeByKey(event: KeyboardEvent): void {
      if (event.key !== 'Escape') return;
      setIsOpen(false);
      button.current?.focus();
    }
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('keydown', closeByKey);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('keydown', closeByKey);
    };
  }, [isOpen]);

  return (
    <header className="header">
      <BotMark />
      <div className="header-words">
        <h1>{words.botName}</h1>
        <p>{whoIs(me) ?? words.notLinked}</p>
      </div>
      <div className="corner" ref={corner}>
        <button
          type="button"
          ref={button}
          className="icon-button"
          aria-label={words.menu}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <DotsIcon />
        </button>
        {isOpen && <Menu {...menu} onClose={() => setIsOpen(false)} />}
      </div>
    </header>
  );
}

function whoIs(me: ChatPersonView | null): string | null {
  const known = [me?.name, me?.enterprise].filter(Boolean);
  return known.length === 0 ? null : known.join(' · ');
}
