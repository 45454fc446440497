import { type SecretBox, SecretUnreadable } from '#platform/crypto/secret-box.ts';

interface Owner {
  tenantId: string;
  toolId: string;
}

type Headers = Readonly<Record<string, string>>;

/** Sealed for one tool: copied to another one's row they do not open, so that nobody can send them to an address of their own. */
export const sealedHeadersContext = ({ tenantId, toolId }: Owner) => ({ purpose: `agent-tool.headers/${toolId}`, tenantId });

/** Null where there are none. */
export function sealHeaders(secretBox: SecretBox, headers: Headers, owner: Owner): string | null {
  return Object.keys(headers).length === 0 ? null : secretBox.seal(JSON.stringify(headers), sealedHeadersContext(owner));
}

/** Undefined when they cannot be opened any more: the key is gone, or the row was tampered with. */
export function openHeaders(secretBox: SecretBox, sealed: string | null, owner: Owner): Record<string, string> | undefined {
  if (sealed === null) return {};
  try {
    return JSON.parse(secretBox.open(sealed, sealedHeadersContext(owner))) as Record<string, string>;
  } catch (error) {
    if (error instanceof SecretUnreadable) return undefined;
    throw error;
  }
}
