const MAX_LOCALE_LENGTH = 35;

/**
 * The language of a visitor: what the page says, else the first that the browser prefers (`Accept-Language`). Undefined leaves it to
 * the tenant's own.
 */
export function visitorLocale(fromPage: string | undefined, acceptLanguage: string | undefined): string | undefined {
  return fromPage ?? preferredLanguages(acceptLanguage ?? '')[0];
}

function preferredLanguages(header: string): string[] {
  return header
    .split(',')
    .map((range) => /^\s*([A-Za-z0-9-]+)\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/.exec(range))
    .flatMap((match) => (match ? [{ tag: match[1] ?? '', quality: Number(match[2] ?? 1) }] : []))
    .filter(({ tag, quality }) => quality > 0 && tag.length <= MAX_LOCALE_LENGTH)
    .toSorted((a, b) => b.quality - a.quality)
    .flatMap(({ tag }) => canonical(tag));
}

function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}
