import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCounts, summaryOf } from './test-counts.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-counts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const NONE = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

function counts(report: object, exitCode: number) {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify({ ...NONE, ...report }));
  return readCounts(file, exitCode);
}

describe('the last line of npm test', () => {
  test('counts what passed, failed and was skipped', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }];
    const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults };

    expect(counts(report, 1)).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  test('a file that cannot be loaded is a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(counts({ numPassedTests: 7, testResults }, 1)).toEqual({ passed: 7, failed: 1, skipped: 0 });
  });

  test('so is an error outside of any test, and a run that left no report', () => {
    expect(counts({ numPassedTests: 7 }, 1)).toEqual({ passed: 7, failed: 1, skipped: 0 });
    expect(readCounts(join(folder, 'nothing.json'), 139)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('mentions what was skipped only when something was', () => {
    expect(summaryOf({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed');
    expect(summaryOf({ passed: 7, failed: 1, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
  });
});
