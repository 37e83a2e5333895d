/** Runs inside the page: what is cut, what sticks out, and which words are there. Each gives what is wrong, in words. */

/** No sideways scrolling, nothing over the edge, nothing cut; `clamped`: but for texts that end in dots on purpose. */
export function misfits(clamped: boolean): string[] {
  const width = document.documentElement.clientWidth;
  const found: string[] = [];
  const name = (element: Element) => {
    const own = `${element.tagName.toLowerCase()}.${String(element.getAttribute('class') ?? '').replace(/\s*svelte-\w+/g, '')}`;
    return `${own} "${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}"`;
  };
  const sideways = document.scrollingElement?.scrollWidth ?? 0;
  if (sideways > width) found.push(`the page is ${sideways} px wide on a screen of ${width}`);
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (
      !element.checkVisibility({ visibilityProperty: true }) ||
      element.closest('.kb-unseen, svg, [aria-hidden=true]')
    )
      continue;
    element.getBoundingClientRect(); // what lies far off the screen is laid out when it is asked for: the first answer is of before
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || box.bottom < 0) continue;
    if (box.right > width + 1 || box.left < -1) found.push(`over the edge: ${name(element)}`);
    const style = getComputedStyle(element);
    const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (
      !says ||
      element.matches('input, textarea, select') ||
      (clamped && (style.webkitLineClamp !== 'none' || style.textOverflow === 'ellipsis'))
    )
      continue;
    const [cutX, cutY] = [style.overflowX === 'hidden', style.overflowY === 'hidden'];
    if (cutX && element.scrollWidth > element.clientWidth + 1) found.push(`cut at the side: ${name(element)}`);
    if (cutY && element.scrollHeight > element.clientHeight + 3) found.push(`cut below: ${name(element)}`);
  }
  return [...new Set(found)];
}

/** On a stage of 1920 x 1080: all of it in sight, away from the edges, and nothing that the front half can not read. */
export function wallMisfits({ least, edge }: { least: number; edge: number }): string[] {
  const found: string[] = [];
  const quote = (text: string) => `"${text.slice(0, 40)}"`;
  const root = document.scrollingElement;
  if (root && (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight)) found.push('the wall scrolls');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim();
    const element = walker.currentNode.parentElement;
    if (!text || !element?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.closest('.kb-unseen, aside, svg, [aria-hidden=true], script, style')) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    let box = range.getBoundingClientRect();
    let dotted = false;
    for (let at: Element | null = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.overflowX === 'visible') continue;
      const room = at.getBoundingClientRect();
      dotted ||= style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      const [left, right] = [Math.max(box.left, room.left), Math.min(box.right, room.right)];
      const [top, bottom] = [Math.max(box.top, room.top), Math.min(box.bottom, room.bottom)];
      const gone = right <= left || bottom <= top;
      const cut = !gone && (box.right - right > 2 || left - box.left > 2 || box.bottom - bottom > 4);
      if (cut && !dotted) found.push(`cut: ${quote(text)}`);
      box = gone ? new DOMRect() : new DOMRect(left, top, right - left, bottom - top);
    }
    if (box.width < 1) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (size < least) found.push(`${size} px: ${quote(text)}`);
    const outside = box.left < edge || box.right > innerWidth - edge || box.top < edge || box.bottom > innerHeight;
    if (outside) found.push(`at the edge: ${quote(text)} ${Math.round(box.left)} to ${Math.round(box.right)}`);
  }
  return [...new Set(found)];
}

/** Every word on the page that is in the language of the page, and every name that only a screen reader hears. */
export function wordsShown(): { lang: string; texts: string[] } {
  const lang = document.documentElement.lang;
  const texts: string[] = [];
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (element.closest('script, style') || element.closest('[lang]:not(html)')) continue;
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) texts.push(element.getAttribute(name) ?? '');
    for (const node of element.childNodes) if (node.nodeType === 3) texts.push(node.textContent ?? '');
  }
  return { lang, texts: [...new Set(texts.map((text) => text.trim().replace(/\s+/g, ' ')))].filter(Boolean) };
}
