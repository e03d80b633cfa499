/** Moves the focus to the next or previous card; from elsewhere, to the opened card's neighbour or the first card. */
export function stepFocus(list: HTMLElement | null, step: 1 | -1): void {
  const cards = [...(list?.querySelectorAll<HTMLElement>('[data-case-card]') ?? [])];
  const focused = cards.findIndex((card) => card.matches(':focus'));
  const from = focused >= 0 ? focused : cards.findIndex((card) => card.hasAttribute('aria-current'));
  const next = from < 0 ? cards[0] : cards[from + step];
  next?.focus();
}
