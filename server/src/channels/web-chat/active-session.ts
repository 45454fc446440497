import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { noSession, sessionEnded } from './chat.errors.ts';
import { findSessionStatus } from './widget-sessions.repository.ts';

/** Whether a session can still be written in. @throws {AppError} NO_SESSION, SESSION_ENDED */
export async function requireActive(tx: TenantTransaction, { id }: { id: string }): Promise<void> {
  const status = await findSessionStatus(tx, id);
  if (!status) throw noSession();
  if (status !== 'ACTIVE') throw sessionEnded();
}
