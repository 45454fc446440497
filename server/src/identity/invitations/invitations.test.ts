import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIdentityWorld, type IdentityWorld } from '../identity.testing.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await createIdentityWorld();
});
afterAll(() => world.close());

const PASSWORD = 'a long enough password';
const post = (path: string, body?: unknown, as?: string) => world.call('POST', path, { body, as });
const tokenTo = (address: string) =>
  world.mails.findLast(({ to, kind }) => to.toLowerCase() === address.toLowerCase() && kind === 'invitation')?.token;

async function invited(email: string, role = 'agent') {
  const { tenantId, owner } = await world.tenant();
  const { body } = await post(`/tenants/${tenantId}/invitations`, { email, role }, owner);
  return { tenantId, owner, invitation: body, token: tokenTo(email) };
}

describe('an invitation', () => {
  test('makes a new person a member, with an address that is shown to be theirs', async () => {
    const { tenantId, owner, token, invitation } = await invited('ana@example.com');
    expect(invitation).toMatchObject({ email: 'ana@example.com', role: 'agent', status: 'pending' });
    expect((await post('/invitations/preview', { token })).body).toMatchObject({
      email: 'ana@example.com',
      role: 'agent',
      hasAccount: false,
    });
    const accepted = await post('/invitations/accept', { token, name: 'Ana', password: PASSWORD, locale: 'es' });
    expect(accepted).toMatchObject({
      status: 200,
      body: { user: { name: 'Ana', isEmailVerified: true, tenants: [{ id: tenantId, role: 'agent' }] } },
    });
    const { items } = (await world.call('GET', `/tenants/${tenantId}/invitations`, { as: owner })).body;
    expect(items).toMatchObject([{ status: 'accepted' }]);
    expect(await post('/invitations/accept', { token, name: 'Eve', password: PASSWORD })).toMatchObject({
      status: 401,
      body: { code: 'INVITATION_INVALID' },
    });
  });

  test('lets somebody with an account join another tenant, if they sign in', async () => {
    const { email, password, personId } = await world.person();
    const { tenantId, token } = await invited(email.toUpperCase());
    expect((await post('/invitations/preview', { token })).body).toMatchObject({ hasAccount: true });
    expect(await post('/invitations/accept', { token, password: 'wrong' })).toMatchObject({
      status: 401,
      body: { code: 'INVALID_CREDENTIALS' },
    });
    expect((await post('/invitations/accept', { token, password })).body.user).toMatchObject({ id: personId, tenants: [{ id: tenantId }] });
  });

  test('accepted twice at the same moment makes one member', async () => {
    const { tenantId, owner, token } = await invited('twice@example.com');
    const acceptance = { token, name: 'Twice', password: PASSWORD };
    const answers = await Promise.all([post('/invitations/accept', acceptance), post('/invitations/accept', acceptance)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const { items } = (await world.call('GET', `/tenants/${tenantId}/members`, { as: owner })).body;
    expect(items.filter(({ email }: { email: string }) => email === 'twice@example.com')).toHaveLength(1);
  });

  test('a new person needs a name and a password that is long enough, and nothing is used up by the attempt', async () => {
    const { token } = await invited('bea@example.com');
    for (const lacking of [{ password: PASSWORD }, { name: 'Bea', password: 'short' }]) {
      expect(await post('/invitations/accept', { token, ...lacking })).toMatchObject({ status: 422, body: { code: 'NAME_REQUIRED' } });
    }
    expect((await post('/invitations/accept', { token, name: 'Bea', password: PASSWORD })).status).toBe(200);
  });

  test('ends when it is taken back, and when another is sent', async () => {
    const { tenantId, owner, invitation, token } = await invited('back@example.com');
    const again = await post(`/tenants/${tenantId}/invitations/${invitation.id}/resend`, undefined, owner);
    expect(again).toMatchObject({ status: 200, body: { status: 'pending' } });
    expect((await post('/invitations/preview', { token })).status).toBe(401);
    const second = tokenTo('back@example.com');
    expect((await post('/invitations/preview', { token: second })).status).toBe(200);
    expect((await world.call('DELETE', `/tenants/${tenantId}/invitations/${invitation.id}`, { as: owner })).status).toBe(204);
    expect((await post('/invitations/preview', { token: second })).status).toBe(401);
    expect(await post(`/tenants/${tenantId}/invitations/${invitation.id}/resend`, undefined, owner)).toMatchObject({
      status: 409,
      body: { code: 'INVITATION_CLOSED' },
    });
  });

  test('is not sent to members, nor with a role above that of whoever invites', async () => {
    const { tenantId } = await world.tenant();
    const admin = await world.person({ [tenantId]: 'admin' });
    const agent = await world.person({ [tenantId]: 'agent' });
    const invite = (body: unknown, as: string) => post(`/tenants/${tenantId}/invitations`, body, as);
    expect(await invite({ email: agent.email }, admin.token)).toMatchObject({ status: 409, body: { code: 'ALREADY_MEMBER' } });
    expect(await invite({ email: 'new@example.com', role: 'owner' }, admin.token)).toMatchObject({
      status: 403,
      body: { code: 'ROLE_ABOVE_OWN' },
    });
    expect((await invite({ email: 'new@example.com' }, agent.token)).status).toBe(403);
  });

  test('belongs to its tenant alone', async () => {
    const { invitation, tenantId } = await invited('one@example.com');
    const other = await world.tenant();
    const path = `/tenants/${other.tenantId}/invitations/${invitation.id}`;
    expect((await world.call('DELETE', path, { as: other.owner })).status).toBe(404);
    expect((await world.call('GET', `/tenants/${tenantId}/invitations`, { as: other.owner })).status).toBe(404);
  });
});

describe('members', () => {
  const membersOf = async (tenantId: string, as: string) => (await world.call('GET', `/tenants/${tenantId}/members`, { as })).body.items;

  test('get other roles and are removed, at once', async () => {
    const { tenantId, owner } = await world.tenant();
    const person = await world.person({ [tenantId]: 'agent' });
    const member = (await membersOf(tenantId, owner)).find(({ personId }: { personId: string }) => personId === person.personId);
    const path = `/tenants/${tenantId}/members/${member.id}`;
    expect(await world.call('PATCH', path, { as: owner, body: { role: 'admin' } })).toMatchObject({ status: 200, body: { role: 'admin' } });
    expect((await world.call('GET', `/tenants/${tenantId}/invitations`, { as: person.token })).status).toBe(200);
    expect((await world.call('DELETE', path, { as: owner })).status).toBe(204);
    expect((await world.call('GET', `/tenants/${tenantId}`, { as: person.token })).status).toBe(404);
  });

  test('an owner stays, and only owners make or remove owners', async () => {
    const { tenantId, owner } = await world.tenant();
    const admin = await world.person({ [tenantId]: 'admin' });
    const owners = (await membersOf(tenantId, owner)).filter(({ role }: { role: string }) => role === 'owner');
    const [one, other] = owners.map(({ id }: { id: string }) => `/tenants/${tenantId}/members/${id}`);
    expect(await world.call('DELETE', one, { as: admin.token })).toMatchObject({ status: 403, body: { code: 'OWNER_REQUIRED' } });
    // The platform admin who made the tenant is its first owner.
    const answers = await Promise.all([one, other].map((path) => world.call('DELETE', path, { as: world.admin })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });
});

// At the end: everybody's sign-in has expired afterwards.
test('an invitation ends after a week', async () => {
  const { token } = await invited('late@example.com');
  await world.clock.advance(7 * 24 * 60 * 60_000);
  expect((await post('/invitations/accept', { token, name: 'Late', password: PASSWORD })).status).toBe(401);
});
