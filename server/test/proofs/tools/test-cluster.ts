import type { TestProject } from 'vitest/node';
import setUp, { type TestCluster } from '#test/database.global-setup.ts';

/** A PostgreSQL like the one that the tests have: for proofs that use what the tests use. */
export async function startTestCluster(): Promise<{ cluster: TestCluster; stop: () => Promise<void> }> {
  const provided = Promise.withResolvers<TestCluster>();
  const project: Pick<TestProject, 'provide'> = { provide: (_key, value) => provided.resolve(value as TestCluster) };
  const stop = await setUp(project as TestProject);
  return { cluster: await provided.promise, stop };
}
