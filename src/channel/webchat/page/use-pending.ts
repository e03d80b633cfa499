import { useRef, useState } from 'react';
import type { ChatFileView } from '../view.ts';
import { Refused } from './api.ts';
import { useLanguage } from './language.tsx';
import { upload } from './upload.ts';

export interface PendingFile {
  key: number;
  name: string;
  size: number;
  /** How much of it has gone up, 0 to 1. */
  share: number;
  /** A sentence, or an empty one where the server was not reached. */
  problem: string | null;
  uploaded: ChatFileView | null;
  abort: AbortController;
}

export interface Pending {
  items: readonly PendingFile[];
  ready: ChatFileView[];
  isBusy: boolean;
  problem: 'tooManyFiles' | null;
  add(files: readonly File[]): void;
  remove(key: number): void;
  clear(): void;
}

const mostFiles = 10;
const largestBytes = 10 * 1024 * 1024;

// Naming types makes phones hand over their photographs as JPEG.
export const acceptedFiles = 'image/png,image/jpeg,image/webp,image/gif,.pdf,.doc,.docx,.xls,.xlsx,.zip,.txt,.csv';

/** Files go up as soon as they are chosen, while the person still writes. */
export function usePending(): Pending {
  const { words } = useLanguage();
  const [items, setItems] = useState<readonly PendingFile[]>([]);
  const [problem, setProblem] = useState<Pending['problem']>(null);
  const lastKey = useRef(0);

  function change(key: number, next: Partial<PendingFile>): void {
    setItems((before) => before.map((item) => (item.key === key ? { ...item, ...next } : item)));
  }

  function start(file: File): PendingFile {
    lastKey.current += 1;
    const key = lastKey.current;
    const abort = new AbortController();
    const item = { key, name: file.name, size: file.size, share: 0, problem: null, uploaded: null, abort };
    if (file.size > largestBytes) return { ...item, problem: words.fileTooLarge };
    void upload(file, (share) => change(key, { share }), abort.signal).then(
      (uploaded) => change(key, { uploaded }),
      (fault: unknown) => change(key, { problem: fault instanceof Refused ? fault.sentence : '' }),
    );
    return item;
  }

  return {
    items,
    ready: items.map(({ uploaded }) => uploaded).filter((uploaded) => uploaded !== null),
    isBusy: items.some((item) => item.uploaded === null && item.problem === null),
    problem,
    add(files) {
      const room = mostFiles - items.length;
      setProblem(files.length > room ? 'tooManyFiles' : null);
      setItems([...items, ...files.slice(0, room).map(start)]);
    },
    remove(key) {
      items.find((item) => item.key === key)?.abort.abort();
      setItems(items.filter((item) => item.key !== key));
      setProblem(null);
    },
    clear() {
      setItems([]);
      setProblem(null);
    },
  };
}
