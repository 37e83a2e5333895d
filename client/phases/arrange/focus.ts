/**
 * Keeps the keyboard where it was: a card that moves takes its button along, so the focus goes to the card that was next to it.
 * Call before the act; call what it gives after.
 */
export function neighbourOf(cards: readonly string[]): () => void {
  const first = cards[0];
  const item = first && document.querySelector(`[data-card="${first}"]`)?.closest('li');
  const next = item && idOf(nextOf(item, cards));
  return () => {
    // A tick later: the browser has given back the focus by then, if what had it is still there.
    setTimeout(() => {
      if (document.activeElement && document.activeElement !== document.body) return;
      const beside = next ? document.querySelector(`[data-card="${next}"]`) : null;
      const button = beside?.querySelector<HTMLElement>('.move') ?? beside?.querySelector<HTMLElement>('.over');
      (button ?? document.querySelector<HTMLElement>('[data-board-heading]'))?.focus();
    }, 0);
  };
}

function nextOf(item: Element, cards: readonly string[]): Element | null {
  for (let at = item.nextElementSibling; at; at = at.nextElementSibling) if (!cards.includes(idOf(at) ?? '')) return at;
  for (let at = item.previousElementSibling; at; at = at.previousElementSibling)
    if (!cards.includes(idOf(at) ?? '')) return at;
  return null;
}

function idOf(item: Element | null): string | undefined {
  return item?.querySelector<HTMLElement>('[data-card]')?.dataset.card;
}
