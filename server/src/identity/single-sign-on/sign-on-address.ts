import type { CallRequest } from '#platform/http/access.ts';

/** How browsers and providers reach this installation. */
export interface SignOnAddress {
  /** Without a slash at the end. */
  baseUrl(request: CallRequest): string;
  /** What has to be registered at providers. */
  redirectUri(request: CallRequest): string;
}

/** @param publicUrl as the operator has set it; otherwise the address by which a request came */
export function createSignOnAddress(publicUrl: string | undefined): SignOnAddress {
  const baseUrl = ({ protocol, host }: CallRequest) => publicUrl ?? `${protocol}://${host}`;
  return { baseUrl, redirectUri: (request) => `${baseUrl(request)}/api/v1/auth/oidc/callback` };
}
