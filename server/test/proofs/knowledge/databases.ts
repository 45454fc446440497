import { serverVersion } from '#test/system/figures.ts';
import { prepareCluster, startPostgres15 } from '#test/system/postgres-15.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { startTestCluster } from '../tools/test-cluster.ts';

export interface ProofDatabase {
  database: TestDatabase;
  /** Which server it is. */
  describe(): Promise<string>;
  stop(): Promise<void>;
}

async function openOn({ cluster, stop }: Awaited<ReturnType<typeof startTestCluster>>): Promise<ProofDatabase> {
  const database = await createTestDatabase({ cluster });
  return {
    database,
    describe: async () => `PostgreSQL ${await serverVersion(database)}`,
    stop: async () => {
      await database.close();
      await stop();
    },
  };
}

/** The newest server that we support, which comes with the product, and the oldest, which the operating system has to have. */
export const PROOF_DATABASES: Readonly<Record<string, () => Promise<ProofDatabase>>> = {
  '18': async () => openOn(await startTestCluster()),
  '15': async () => {
    const server = await startPostgres15();
    return openOn({ cluster: await prepareCluster(server.superuserUrl), stop: server.stop });
  },
};
