import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { scopeOfNewTenant, useTestDatabase } from '#test/test-database.ts';
import { isDatabaseUnavailable } from './database-errors.ts';

// PostgreSQL's own code for a full disk, raised where its real one would be; a real full disk is part of the proof “storm”.
const FULL = `raise exception 'could not extend file' using errcode = 'disk_full'`;

test('a database without room is noticed by the first failure, and again when there is room', async () => {
  const { database, unitOfWork, asSuperuser } = await useTestDatabase();
  await asSuperuser(`create function no_room() returns event_trigger language plpgsql as $$ begin ${FULL}; end $$`);
  await asSuperuser(`create event trigger no_room on ddl_command_start execute function no_room()`);
  expect(await database.room.isThere()).toBe(true);

  const failing = unitOfWork().write(scopeOfNewTenant(), (tx) => tx.execute(sql.raw(`do $$ begin ${FULL}; end $$`)));
  const error = await failing.catch((thrown: unknown) => thrown);
  expect(isDatabaseUnavailable(error)).toBe(true);
  expect(await database.room.isThere()).toBe(false);
  expect(await database.isConnected()).toBe(true);

  await asSuperuser('drop event trigger no_room');
  expect(await database.room.isThere()).toBe(true);
});

test('other failures say nothing about room', async () => {
  const { database, unitOfWork } = await useTestDatabase();
  await expect(unitOfWork().write(scopeOfNewTenant(), (tx) => tx.execute(sql`select 1 / 0`))).rejects.toThrow();
  expect(await database.room.isThere()).toBe(true);
});
