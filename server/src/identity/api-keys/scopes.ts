import type { ApiKeyScope } from '@foyer/contracts/api-keys.ts';

/** What an app's own key may do within its tenant, as `<resource>:read|write`. Routes name the scope that opens them. */
export const APP_KEY_SCOPES: readonly ApiKeyScope[] = [
  'tenants:read',
  'apps:read',
  'configs:read',
  'prompts:read',
  'conversations:read',
  'conversations:write',
  'agents:read',
  'tickets:read',
  'tickets:write',
  'escalations:read',
  'escalations:write',
  'red-flags:read',
];
