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
  const page = URL.parse(origin);
  if (page?.protocol !== 'http:' && page?.protocol !== 'https:') return false;
  if (installation.publicUrl !== undefined && new URL(installation.publicUrl).origin === origin) return true;
  return page.host === installation.host;
}
