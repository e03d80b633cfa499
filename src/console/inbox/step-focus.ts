/** Moves the focus to the next or previous card; from elsewhere, to the opened card's neighbour or the first card. */
export function stepFocus(list: HTMLElement | null, step: 1 | -1): void {
  const cards = [...(list?.querySelectorAll<HTMLElement>('[data-case-card]') ?? [])];
  const focused = cards.findIndex((card) => card.matches(':focus'));
  const from = focused >= 0 ? focused : cards.findIndex((card) => card.hasAttribute('aria-current'));
  const next = from < 0 ? cards[0] : cards[from + step];
  next?.focus();
}

/** The case whose card has the focus, or else the one that is opened. */
export function focusedReference(): string | null {
  const card =
    document.querySelector<HTMLElement>('[data-case-card]:focus') ??
    document.querySelector<HTMLElement>('[data-case-card][aria-current]');
  return card?.dataset.caseCard ?? null;
}

/** Opens the case after the opened one, or the first: for whoever has just finished with one. */
export function openNext(): void {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-case-card]')];
  const at = cards.findIndex((card) => card.hasAttribute('aria-current'));
  (cards[at + 1] ?? cards[at - 1])?.click();
}
