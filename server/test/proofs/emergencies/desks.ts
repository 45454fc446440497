import type { AgentBehaviour } from '@foyer/contracts/escalation-policies.ts';
import { ADMIN } from '#test/chaos/front-desk.ts';

/** A tenant whose agent does something else after an escalation than that of the others. */
export interface Desk {
  projectId: string;
  behaviour: AgentBehaviour;
  /** Whoever is to get one mail per emergency. */
  recipients: string[];
  /** What its visitors are to be shown, by the language that they write. */
  texts: Record<'en' | 'es', string>;
}

const COUNTRY_TEXTS = (phone: string): Desk['texts'] => ({
  en: `This may be an emergency. Call ${phone} now`,
  es: `Puede ser una emergencia. Llame ya al ${phone}`,
});
const OWN_TEXTS = { en: 'Ring the front door bell of the clinic, now.', es: 'Toque ya el timbre de la clínica.' };

/** One tenant by the numbers of the United States, one by those of Spain, one with words of its own. */
const TENANTS = [
  { behaviour: 'reassure', country: 'US', profile: {}, texts: COUNTRY_TEXTS('911') },
  { behaviour: 'silent', country: 'ES', profile: {}, texts: COUNTRY_TEXTS('112') },
  { behaviour: 'continue', country: 'US', profile: { emergency: { text: OWN_TEXTS } }, texts: OWN_TEXTS },
] as const;

/** Sets up what visitors talk to, over HTTP as an administrator would. */
export async function setUpDesks(url: string): Promise<Desk[]> {
  const { accessToken } = await post<{ accessToken: string }>(url, '/auth/login', ADMIN);
  const authorization = `Bearer ${accessToken}`;
  const desks: Desk[] = [];
  for (const { behaviour, country, profile, texts } of TENANTS) {
    const slug = `clinic-${behaviour}`;
    const tenant = await post<{ id: string }>(url, '/tenants', { name: 'Clinic', slug, country, profile }, { authorization });
    const headers = { authorization, 'x-tenant-id': tenant.id };
    const onCall = `on-call@${slug}.example.com`;
    await post(url, '/escalation-policies', policyOf(behaviour, onCall), headers);
    const app = await post<{ id: string; projectId: string }>(url, '/apps', { tenantId: tenant.id, name: 'Chat', slug: 'chat' }, headers);
    await post(url, `/apps/${app.id}/configs`, { features: { chat: true }, isActive: true }, headers);
    desks.push({ projectId: app.projectId, behaviour, recipients: [ADMIN.email, onCall], texts });
  }
  return desks;
}

const policyOf = (agentBehaviour: AgentBehaviour, address: string) => ({
  name: 'At once',
  isDefault: true,
  agentBehaviour,
  steps: [
    {
      notify: [
        { kind: 'role', role: 'owner' },
        { kind: 'email', address },
      ],
    },
  ],
});

async function post<T>(url: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}
