export const ADMIN = { email: 'admin@example.com', password: 'a long enough password' };

/** A tenant on a running installation, whose agent has the tool of its own server. */
export interface FrontDesk {
  projectId: string;
  tenantId: string;
}

/** Sets up what the clients talk to, over HTTP as an administrator would. */
export async function setUpFrontDesk(url: string, toolUrl: string): Promise<FrontDesk> {
  const { accessToken } = await call<{ accessToken: string }>(url, '/auth/login', ADMIN);
  const post = <T>(path: string, body: unknown, tenantId?: string) =>
    call<T>(url, path, body, { authorization: `Bearer ${accessToken}`, ...(tenantId !== undefined && { 'x-tenant-id': tenantId }) });

  const tenant = await post<{ id: string }>('/tenants', { name: 'Chaos Clinic', slug: 'chaos-clinic' });
  const app = await post<{ id: string; projectId: string; defaultAgentId: string }>('/apps', {
    tenantId: tenant.id,
    name: 'Chaos',
    slug: 'chaos',
  });
  // One mail for each hand-over, however long it goes on.
  await post('/escalation-policies', { name: 'Once', isDefault: true, steps: [{ notify: [{ kind: 'role', role: 'owner' }] }] }, tenant.id);
  await post(`/apps/${app.id}/configs`, { features: { chat: true }, isActive: true });
  await post(
    `/ai-agent/${app.defaultAgentId}/tools`,
    {
      name: 'book_visit',
      description: 'Books a visit.',
      parameters: { type: 'object', properties: { request: { type: 'string' }, note: { type: 'string' } }, required: ['request'] },
      url: toolUrl,
    },
    tenant.id,
  );
  return { projectId: app.projectId, tenantId: tenant.id };
}

async function call<T>(url: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  if (response.status !== 201 && response.status !== 200) throw new Error(`POST ${path} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}
