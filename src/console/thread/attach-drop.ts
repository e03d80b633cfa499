import { type ClipboardEvent, type DragEvent, useState } from 'react';
import type { Attachments } from './use-attachments.ts';

/** Takes files that are dropped on the composer or pasted into it. Dropped or pasted words stay words. */
export function useDrop({ choose }: Pick<Attachments, 'choose'>) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    place: {
      onDragOver(event: DragEvent): void {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave(event: DragEvent): void {
        // Between two children of the place nothing was left.
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      },
      onDrop(event: DragEvent): void {
        setOver(false);
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        choose([...event.dataTransfer.files]);
      },
    },
    onPaste(event: ClipboardEvent): void {
      const { files } = event.clipboardData;
      // A spreadsheet on the clipboard is words as well as a picture: the words are meant.
      if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
      event.preventDefault();
      choose([...files]);
    },
  };
}
