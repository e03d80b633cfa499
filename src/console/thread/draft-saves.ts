import type { Mode } from './beside.ts';

// Drafts on their way to the server. One for the whole page: an answer goes out though its case is closed meanwhile.
const underWay = new Map<string, Promise<void>>();

/** Remembers that a draft is on its way until it has arrived or failed. */
export function saving(reference: string, mode: Mode, save: Promise<void>): Promise<void> {
  const place = placeOf(reference, mode);
  const all: Promise<void> = Promise.allSettled([underWay.get(place), save]).then(() => {
    if (underWay.get(place) === all) underWay.delete(place);
  });
  underWay.set(place, all);
  return save;
}

/**
 * Sends once no draft of these words is on its way any more: one that arrived after the sending would stand there as
 * unsent again. Where none is on its way it sends at once.
 */
export function afterSaving<Answer>(reference: string, mode: Mode, send: () => Promise<Answer>): Promise<Answer> {
  return underWay.get(placeOf(reference, mode))?.then(send) ?? send();
}

function placeOf(reference: string, mode: Mode): string {
  return `${reference} ${mode}`;
}
