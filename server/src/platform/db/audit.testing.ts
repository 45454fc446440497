import type { AuditPort } from './audit-port.ts';

/** For what is tried without an audit log: nothing waits for it, and what is handed in goes nowhere. */
export const nobodyAudits: AuditPort = { isAwaited: () => false, record: async () => () => {} };
