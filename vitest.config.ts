import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['contracts/**/*.test.ts', 'server/**/*.test.ts', 'scripts/**/*.test.ts', 'widget/**/*.test.ts', 'e2e/**/*.test.ts'],
    globalSetup: ['server/test/database.global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is awaited comes when the machine gets to it; a busy one takes longer.
    expect: { poll: { timeout: 20_000 } },
    // Two cores serve the tests, their databases and their child processes.
    maxWorkers: 2,
    pool: 'forks',
    // Files share a worker and what it has imported: every file has a database of its own, and no test changes a module.
    isolate: false,
    reporters: ['default'],
  },
});
