/**
 * Whether a page of `origin` may open an app. Without allowed origins, only pages of the installation itself may; a request without an
 * origin does not come from a page.
 */
export function mayOpen(
  origin: string | undefined,
  allowedOrigins: readonly string[],
  installation: { publicUrl: string | undefined; host: string },
): boolean {
  if (origin === undefined) return true;
  if (allowedOrigins.includes(origin)) return true;
  if (installation.publicUrl !== undefined && new URL(installation.publicUrl).origin === origin) return true;
  return isOwnPage(origin, installation.host);
}

/** Whether a page lies at the address by which it calls us. */
function isOwnPage(origin: string, host: string): boolean {
  const page = URL.parse(origin);
  return (page?.protocol === 'http:' || page?.protocol === 'https:') && page.host === host;
}

/**
 * Where a visitor's socket goes: to the public address, but from the installation's own pages to where they are, which is the one place
 * that their policy and their network surely reach. The scheme of such a page is right also behind a proxy that does not tell it.
 */
export function socketBase(
  { origin, protocol, host }: { origin: string | undefined; protocol: string; host: string },
  publicUrl: string | undefined,
): string {
  const base = origin !== undefined && isOwnPage(origin, host) ? origin : (publicUrl ?? `${protocol}://${host}`);
  return base.replace(/^http/, 'ws');
}
