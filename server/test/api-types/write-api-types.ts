// Writes contracts/src/api-types.generated.ts: `node scripts/foyer.mjs api-types`. No database is needed: routes are declared, not called.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { API_REFERENCE } from '#app/api-reference.ts';
import { healthRoutes } from '#app/health.routes.ts';
import { routeModules } from '#app/routes.ts';
import { readVersion } from '#app/version.ts';
import { systemClock } from '#platform/clock.ts';
import { openApiDocument } from '#platform/http/openapi.ts';
import { collectRoutes } from '#platform/http/route-registry.ts';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import { generateApiTypes } from './generate-api-types.ts';

const FILE = fileURLToPath(new URL('../../../contracts/src/api-types.generated.ts', import.meta.url));

/** Stands for every service: route modules only keep it for later. */
const nobody: object = new Proxy(() => nobody, { get: () => nobody });

const modules = [
  healthRoutes({ clock: systemClock, metrics: createMetrics({ ofProcess: false }) } as never),
  ...routeModules(nobody as never, nobody as never),
];
const info = { title: 'Foyer', version: readVersion(), description: API_REFERENCE.description };
writeFileSync(FILE, await generateApiTypes(openApiDocument(collectRoutes(modules), info, API_REFERENCE.sockets)));
process.stdout.write(`Wrote ${FILE}\n`);
