import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js';

/**
 * Reads `SMTP_URL`: `smtp://user:password@host:587` (encrypted as soon as the server offers it; `?requireTLS=true` insists) or
 * `smtps://host` (encrypted from the first byte). User name and password are percent-encoded.
 * @throws {Error} that says what is wrong, without showing the URL
 */
export function parseSmtpUrl(text: string): SMTPTransport.Options & { host: string; port: number } {
  const url = URL.parse(text);
  if (!url || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:')) throw new Error('SMTP_URL must begin with smtp:// or smtps://.');
  if (url.hostname === '') throw new Error('SMTP_URL names no host.');
  if ((url.pathname !== '' && url.pathname !== '/') || url.hash !== '') throw new Error('SMTP_URL must end after host and port.');
  if ((url.username === '') !== (url.password === '')) throw new Error('SMTP_URL needs both a user name and a password, or neither.');

  const secure = url.protocol === 'smtps:';
  const { requireTLS = 'false', ...unknown } = Object.fromEntries(url.searchParams);
  const [unknownName] = Object.keys(unknown);
  if (unknownName !== undefined) throw new Error(`SMTP_URL has the unknown option “${unknownName}”.`);
  if (requireTLS !== 'true' && requireTLS !== 'false') throw new Error('The option requireTLS in SMTP_URL must be true or false.');

  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: requireTLS === 'true',
    ...(url.username === '' ? {} : { auth: { user: decode(url.username), pass: decode(url.password) } }),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error('The user name or password in SMTP_URL is not percent-encoded.');
  }
}
