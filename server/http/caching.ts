/** What a browser already has, and what it can unpack. */

/** Does `If-None-Match` name this tag? Weak comparison, as for every GET. */
export function matches(header: string | undefined, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return (header ?? '').split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}

/** Does `Accept-Encoding` take this? `gzip;q=0` is a no. */
export function takes(coding: 'gzip' | 'br', header: string | undefined): boolean {
  const offers = (header ?? '').toLowerCase().split(',');
  return offers.some((offer) => {
    const [name, weight] = offer.split(';').map((part) => part.trim());
    return (name === coding || name === '*') && !/^q=0(\.0*)?$/.test(weight ?? '');
  });
}
