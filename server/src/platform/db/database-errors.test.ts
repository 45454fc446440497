import { describe, expect, test } from 'vitest';
import { brokenUniqueConstraint, isDatabaseUnavailable, isTransient, sqlStateOf } from './database-errors.ts';

const coded = (code: string, more: object = {}) => Object.assign(new Error('as the driver says it'), { code, ...more });
const wrapped = (cause: unknown) => new Error('Failed query', { cause });

describe('the database is away', () => {
  test.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P03', '53300', '08006'])(
    '%s, however it is wrapped',
    (code) => {
      expect(isDatabaseUnavailable(coded(code))).toBe(true);
      expect(isDatabaseUnavailable(wrapped(wrapped(coded(code))))).toBe(true);
    },
  );

  test('when its socket is not there, but not when some file is missing', () => {
    expect(isDatabaseUnavailable(coded('ENOENT', { syscall: 'connect' }))).toBe(true);
    expect(isDatabaseUnavailable(coded('ENOENT', { syscall: 'open' }))).toBe(false);
  });

  test.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect', 'Query read timeout'])('“%s”', (message) => {
    expect(isDatabaseUnavailable(new Error(message))).toBe(true);
  });

  test.each([coded('23505'), coded('42P01'), new Error('no'), 'text', null, undefined])('not for %s', (error) => {
    expect(isDatabaseUnavailable(error)).toBe(false);
  });
});

test('the code of PostgreSQL is told from those of the system', () => {
  expect(sqlStateOf(wrapped(coded('23505')))).toBe('23505');
  expect(sqlStateOf(coded('ECONNREFUSED'))).toBeUndefined();
  expect(sqlStateOf('23505')).toBeUndefined();
});

test('a unique constraint is named when it was broken, and only then', () => {
  expect(brokenUniqueConstraint(wrapped(coded('23505', { constraint: 'apps_slug' })))).toBe('apps_slug');
  expect(brokenUniqueConstraint(coded('23503', { constraint: 'apps_tenant' }))).toBeUndefined();
});

test('deadlocks and serialisation failures may be tried again, nothing else', () => {
  expect(['40001', '40P01', '23505', '57P01'].map((code) => isTransient(coded(code)))).toEqual([true, true, false, false]);
});

test('a chain of causes that goes round ends', () => {
  const error = new Error('round');
  error.cause = error;
  expect(isDatabaseUnavailable(error)).toBe(false);
});
