import { isDatabaseUnavailable } from '#platform/db/database-errors.ts';
import { AppError, SetupError } from '#platform/errors.ts';
import { type App, buildApp, DRAIN_DEADLINE_MS, type Started } from './build-app.ts';
import type { Config } from './config.ts';
import { describeModel } from './models.ts';
import { watchParent } from './parent-watch.ts';
import { readEnvironment } from './read-environment.ts';

/** What is wrong with the surroundings (configuration, port, data directory) rather than with us: said without a stack. */
const EXIT_UNUSABLE = 78;

let app: App | undefined;
let stopping = false;
let stoppingSinceMs = 0;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
watchParent(stop);
process.on('unhandledRejection', (error) => {
  const logger = app?.foundation.logger;
  // The job library leaves what it could not write down behind; the jobs themselves are taken again.
  if (isDatabaseUnavailable(error)) logger?.warn('Something in the background was not done: the database is away', { error });
  else logger?.error('A promise was rejected and nobody looked', { error });
});

await main();

async function main(): Promise<void> {
  try {
    const config = readEnvironment();
    app = await buildApp(config);
    if (stopping) return;
    announce(config, await app.start());
  } catch (error) {
    if (stopping && app === undefined) process.exit(0);
    process.stderr.write(`\n${describe(error)}\n\n`);
    await app?.close(0).catch(() => {});
    process.exit(isAboutSurroundings(error) ? EXIT_UNUSABLE : 1);
  }
}

/** The first signal asks for a clean end, a later one for a quick one. One Ctrl-C may arrive twice: from the terminal and from npm. */
function onSignal(): void {
  if (stopping && performance.now() - stoppingSinceMs > 1_000) process.exit(1);
  stop();
}

function stop(): void {
  if (stopping) return;
  stopping = true;
  stoppingSinceMs = performance.now();
  void shutDown();
}

async function shutDown(): Promise<void> {
  // Whatever hangs, the process is gone soon after its deadline; what it had not finished goes on elsewhere or at the next start.
  setTimeout(() => process.exit(1), DRAIN_DEADLINE_MS + 10_000).unref();
  try {
    while (app === undefined) await new Promise((resolve) => setTimeout(resolve, 50));
    await app.close();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exit(1);
  }
}

function announce({ models, email, storage, role }: Config, { host, port, admin, demo }: Started): void {
  const base = `http://${host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? 'localhost' : host}:${port}`;
  const lines = [
    '',
    `Foyer is ready${role === 'all' ? '' : ` (${role})`}: ${base}`,
    `  API reference   ${base}/api/v1/docs`,
    `  Health          ${base}/api/health`,
    ...(demo && role !== 'worker'
      ? [`  Try it          ${base}/demo   (or npm run chat in a terminal; project id “${demo.projectId}”)`]
      : []),
    `  Model           ${describeModel(models)}`,
    email.smtpUrl === undefined
      ? `  E-mail          kept in ${storage.dataDirectory}/outbox (set SMTP_URL to send it)`
      : '  E-mail          over SMTP',
    ...(admin?.password === undefined
      ? []
      : [
          '',
          `  First sign-in   ${admin.email}   password ${admin.password}`,
          '                  (shown this once; change it after signing in)',
        ]),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function isAboutSurroundings(error: unknown): boolean {
  return error instanceof AppError || error instanceof SetupError;
}

function describe(error: unknown): string {
  if (error instanceof AppError) return error.detail;
  if (error instanceof SetupError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
