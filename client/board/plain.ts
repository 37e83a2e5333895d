/** How text is searched: whatever the capitals and accents. Nobody types the accent of "ideeën" in a hurry. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The plain text of things that are new objects when they change, worked out once each: 1,500 take a phone a while. */
export function plainOf<T extends object>(textOf: (thing: T) => string): (thing: T) => string {
  const known = new WeakMap<T, string>();
  return (thing) => {
    let text = known.get(thing);
    if (text === undefined) known.set(thing, (text = plain(textOf(thing))));
    return text;
  };
}

/** The words that somebody looks for. */
export function wordsIn(query: string): string[] {
  return plain(query).split(/\s+/).filter(Boolean);
}
