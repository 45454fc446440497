import { describe, expect, test } from 'vitest';
import { REPOSITORY } from '#test/processes/checkout.ts';
import { runEmergencies } from './run-emergencies.ts';

const SEED = Number(process.env.FOYER_CHAOS_SEED ?? Math.floor(Math.random() * 1e9) + 1);

// The same harness with more emergencies, and on one process with its own database too, is the proof `emergencies`.
describe.runIf(process.platform === 'linux')('an emergency that is typed while something is wrong', () => {
  test(`is answered with the emergency text, escalated once and told once (seed ${SEED})`, { timeout: 120_000 }, async () => {
    const report = await runEmergencies({
      seed: SEED,
      topology: 'roles',
      disturbances: ['model hangs', 'queue stopped', 'database hangs', 'database restarts', 'killed after typing'],
      visitors: 2,
      directory: REPOSITORY,
      say: (line) => process.stdout.write(`${line}\n`),
    });

    expect(report.problems).toEqual([]);
    expect(report.emergencies).toHaveLength(10);
  });
});
