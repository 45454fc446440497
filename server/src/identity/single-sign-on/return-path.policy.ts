/** Only its shape is used: it stands for whatever address this installation has. */
const BASE = 'http://installation.invalid';

/**
 * A path of ours with its query, as browsers will read it; undefined for everything that could lead elsewhere. Browsers take a backslash
 * for a slash and drop tabs and line breaks, so that `/\evil.example` and `/<tab>/evil.example` would leave this site.
 */
export function returnPath(text: string): string | undefined {
  if (!text.startsWith('/') || text.startsWith('//') || /[\\\p{Cc}]/u.test(text)) return undefined;
  const url = URL.parse(text, BASE);
  if (!url || url.origin !== BASE) return undefined;
  const path = url.pathname + url.search;
  // A path such as `/..//evil.example` only becomes dangerous once it was resolved.
  return path.startsWith('//') ? undefined : path;
}
