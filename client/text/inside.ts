/** A title within a sentence: it begins small, and names in it keep their capitals. */
export function inside(title: string): string {
  if (/^Eén\b/.test(title)) return `één${title.slice(3)}`;
  const isName = /^\p{Lu}[\p{Lu}\d-]/u.test(title);
  return isName ? title : title.charAt(0).toLowerCase() + title.slice(1);
}
