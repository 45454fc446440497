import type { TenantProfile } from '@foyer/contracts/tenant-profile.ts';
import { expect, onTestFinished, test } from 'vitest';
import { startTestApp } from '#test/test-app.ts';
import { createTestDatabase } from '#test/test-database.ts';

test('nodes that start at the same moment on an empty database have one demo tenant between them', async () => {
  const sharedDatabase = await createTestDatabase();
  const nodes = await Promise.all(Array.from({ length: 3 }, () => startTestApp({ sharedDatabase, env: { FOYER_DEMO: 'on' } })));
  onTestFinished(async () => {
    for (const node of nodes) await node.close();
    await sharedDatabase.close();
  });

  for (const { call } of nodes) {
    const session = await call('POST', '/widget/session/init', { body: { projectId: 'demo', widgetInstanceId: 'w' } });
    expect(session.status).toBe(201);
  }
  expect(await sharedDatabase.asSuperuser('select slug from apps')).toEqual([{ slug: 'demo' }]);
  const [tenant] = await sharedDatabase.asSuperuser<{ profile: TenantProfile }>('select profile from tenants');
  expect(tenant?.profile.services?.map(({ name }) => name)).toContain('Echocardiogram');
});
