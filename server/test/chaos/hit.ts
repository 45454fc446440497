import { isAlive, type ProcessEntry, until } from '#test/processes/process-tree.ts';
import type { Installation } from './installation.ts';
import type { KillKind } from './plan.ts';
import type { Random } from './random.ts';
import type { Unit } from './unit.ts';

/** Longer than a lease, so that the turns of a paused process become somebody else's before it goes on. */
const PAUSE_MS = [10_500, 14_000] as const;

/** Makes one kill; resolves when what ended has been started again. Returns what was hit, and when. */
export async function hit(
  installation: Installation,
  kind: KillKind,
  random: Random,
): Promise<{ name: string; atMs: number; untilMs?: number }> {
  const [only] = installation.units;
  if (!only) throw new Error('There is nothing to kill.');
  const kill = async (unit: Unit, signal: 'SIGKILL' | 'SIGTERM', victim?: ProcessEntry) => {
    const atMs = Date.now();
    await unit.end(signal, victim);
    return { name: unit.name, atMs };
  };

  switch (kind) {
    case 'server':
      return kill(only, 'SIGKILL');
    case 'server-term':
      return kill(only, 'SIGTERM');
    case 'npm':
      return kill(only, 'SIGKILL');
    case 'bootstrap':
      return kill(only, 'SIGKILL', await find(only, isBootstrap));
    case 'postgres':
    case 'watchdog':
      return endDatabase(only, kind);
    case 'web':
    case 'web-term':
      return kill(await running(installation.webs, random), kind === 'web' ? 'SIGKILL' : 'SIGTERM');
    case 'worker':
    case 'worker-term':
      return kill(await running(installation.workers, random), kind === 'worker' ? 'SIGKILL' : 'SIGTERM');
    case 'pause': {
      await until('the last pause to end', () => installation.units.every(({ isPaused }) => !isPaused));
      const unit = random.chance(0.8) ? random.pick(installation.webs) : random.pick(installation.workers);
      const durationMs = random.between(...PAUSE_MS);
      const atMs = Date.now();
      await unit.pauseFor(durationMs);
      return { name: unit.name, atMs, untilMs: atMs + durationMs };
    }
  }
}

const isBootstrap = ({ title }: ProcessEntry) => /^node scripts\/foyer\.mjs start/.test(title);
const isWatchdog = ({ title }: ProcessEntry) => title.startsWith('foyer: database watchdog');

/** The server lives on, and has to bring its database back. */
async function endDatabase(unit: Unit, kind: 'postgres' | 'watchdog'): Promise<{ name: string; atMs: number }> {
  const watchdog = await find(unit, isWatchdog);
  const postgres = await find(unit, ({ parentPid, title }) => parentPid === watchdog.pid && title.includes('postgres'));
  const atMs = Date.now();
  process.kill((kind === 'postgres' ? postgres : watchdog).pid, 'SIGKILL');
  await until('the database to be gone', () => !isAlive(postgres));
  await find(unit, ({ parentPid, title, pid }) => pid !== postgres.pid && parentPid !== watchdog.pid && isPostgresMain(title));
  return { name: kind, atMs };
}

const isPostgresMain = (title: string) => /bin\/postgres\b/.test(title);

const find = (unit: Unit, matches: (entry: ProcessEntry) => boolean): Promise<ProcessEntry> =>
  until(`a process of ${unit.name}`, () => unit.tree().find(matches), 30_000);

/** One that is not paused; of two, there is always one. */
async function running(units: Unit[], random: Random): Promise<Unit> {
  const awake = () => units.filter(({ isPaused }) => !isPaused);
  await until('a process to go on', () => awake().length > 0);
  return random.pick(awake());
}
