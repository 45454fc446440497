// A server that is nothing but its database and its health; it stands in for main.ts where a checkout has none, and where a test
// is about the chain of processes alone.
import { createServer } from 'node:http';
import { watchParent } from '#app/parent-watch.ts';
import { systemClock } from '#platform/clock.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded/embedded-postgres.ts';
import { createLogger } from '#platform/telemetry/logger.ts';

const logger = createLogger({ level: 'info', format: 'lines' });
const { PORT, FOYER_DATA_DIR } = process.env;
const database = await startEmbeddedPostgres({ dataDirectory: FOYER_DATA_DIR ?? 'data', logger, clock: systemClock });
const server = createServer((_request, response) => {
  response.writeHead(database.status === 'ready' ? 200 : 503, { connection: 'close' }).end();
});
server.listen(Number(PORT), '127.0.0.1');

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  server.close();
  await database.stop();
  process.exit(0);
}
watchParent(() => void stop());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
