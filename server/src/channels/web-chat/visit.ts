/** Where a visitor is and with what, as far as the team needs it to help. */
export interface Visit {
  pageUrl: string | null;
  referrer: string | null;
  userAgent: string | null;
  deviceClass: 'desktop' | 'mobile' | 'tablet' | null;
  browser: string | null;
}

export interface VisitClues {
  pageUrl: string | undefined;
  referrer: string | undefined;
  userAgent: string | undefined;
  /** The visitor's browser says so, by `DNT: 1` or `Sec-GPC: 1`. */
  wantsNoTracking: boolean;
}

const NOTHING: Visit = { pageUrl: null, referrer: null, userAgent: null, deviceClass: null, browser: null };
const MAX_URL_LENGTH = 2_000;
const MAX_USER_AGENT_LENGTH = 1_000;

/** What is kept of a visit: nothing for who does not want it, and never an address of the network. */
export function readVisit({ pageUrl, referrer, userAgent, wantsNoTracking }: VisitClues): Visit {
  if (wantsNoTracking) return NOTHING;
  return {
    pageUrl: withoutSecrets(pageUrl),
    referrer: withoutSecrets(referrer),
    userAgent: userAgent?.slice(0, MAX_USER_AGENT_LENGTH) ?? null,
    deviceClass: deviceClassOf(userAgent),
    browser: browserOf(userAgent),
  };
}

/**
 * The address of a page without what may be private in it: of its query only the names of campaigns (`utm_…`), no fragment, no
 * credentials. Null for what is no address of the web.
 */
function withoutSecrets(address: string | undefined): string | null {
  const url = address === undefined ? null : URL.parse(address);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return null;
  const campaign = new URLSearchParams([...url.searchParams].filter(([name]) => name.startsWith('utm_'))).toString();
  const kept = `${url.origin}${url.pathname}${campaign === '' ? '' : `?${campaign}`}`;
  return kept.length <= MAX_URL_LENGTH ? kept : url.origin;
}

function deviceClassOf(userAgent: string | undefined): Visit['deviceClass'] {
  if (userAgent === undefined) return null;
  if (/iPad|Tablet|Android(?!.*Mobile)/i.test(userAgent)) return 'tablet';
  return /Mobi|iPhone|iPod/i.test(userAgent) ? 'mobile' : 'desktop';
}

/** Those that name others too come before the ones that they name. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];

const browserOf = (userAgent: string | undefined): string | null =>
  BROWSERS.find(([pattern]) => userAgent !== undefined && pattern.test(userAgent))?.[1] ?? null;
