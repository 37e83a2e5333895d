/** Ties two languages together: a text that one of them misses does not compile. */
export function dictionary<T>(texts: { nl: T; en: NoInfer<T> }): { nl: T; en: T } {
  return texts;
}
