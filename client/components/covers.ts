/** For a bar that lies over the foot of the page: what gets the focus is scrolled clear of it (WCAG 2.4.11). */
export function covers(bar: HTMLElement): (() => void) | undefined {
  if (typeof ResizeObserver !== 'function') return;
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => {
    const { position, bottom } = getComputedStyle(bar);
    if (position === 'sticky') style.setProperty('--kb-covered', `${bar.offsetHeight + parseFloat(bottom) + 24}px`);
    else style.removeProperty('--kb-covered');
  });
  observer.observe(bar);
  return () => {
    observer.disconnect();
    style.removeProperty('--kb-covered');
  };
}
