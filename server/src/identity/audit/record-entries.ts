import type { Clock } from '#platform/clock.ts';
import type { AuditFacts, AuditPort, ClosingTransaction, SystemAuditDraft } from '#platform/db/audit-port.ts';
import type { Actor } from '#platform/db/tenant-scope.ts';
import { newId } from '#platform/ids.ts';
import { insertAuditEntries, type NewAuditEntry } from './audit.repository.ts';
import { idsIn, kindOf, subjectOf } from './audit-subject.ts';
import { awaitedBy, type CallSource, type DeclaredAccess, trailOf } from './call-trail.ts';
import { INSTALLATION_LOG } from './installation-log.ts';

/** A list shows a hundred things at most, each with what it belongs to. */
const MOST_SUBJECTS = 300;

/** Writes the entries of a transaction as its last statement but for events. The declared access of a call goes with its first one. */
export function createAuditPort(clock: Clock): AuditPort {
  return {
    isAwaited: (scope, isRead) => awaitedBy(scope, isRead) !== undefined,

    record: async (db, closing) => {
      const now = clock.now();
      const awaiting = foundNothing(closing) ? undefined : closing.scope && awaitedBy(closing.scope, closing.isRead);
      const drafts = [...(awaiting ? [accessDraft(awaiting.access, closing)] : []), ...closing.drafts];
      if (drafts.length === 0) return () => {};
      await insertAuditEntries(
        db,
        drafts.map((draft) => entryOf(draft, closing, now)),
      );
      return () => {
        if (awaiting?.state === 'waiting') awaiting.state = 'written';
      };
    },
  };
}

/** What looked for something and did not find it has shown nothing: the call goes on, or is refused. */
const foundNothing = ({ isRead, result }: ClosingTransaction): boolean => isRead && (result === undefined || result === null);

/** What a route declares, with what only its transaction knows: the id of what was made, and the ids of what was shown. */
function accessDraft({ action, subject, pathIds, route }: DeclaredAccess, { events, result }: ClosingTransaction): SystemAuditDraft {
  const related = events.flatMap((event) => Object.values(event.subject));
  const id = subject.id ?? subjectOf(subject.kind, events, result);
  return {
    action,
    subject: { kind: subject.kind, ...(id !== undefined && { id }) },
    subjectIds: [...pathIds, ...related, ...idsIn(result)],
    facts: { route },
  };
}

function entryOf(draft: SystemAuditDraft, { scope }: ClosingTransaction, now: Date): NewAuditEntry {
  const actor = draft.actor ?? scope?.actor ?? trailOf(undefined)?.actor ?? SYSTEM;
  const source = trailOf(scope ? actor : undefined)?.source ?? ownSource(actor);
  const { subject = {}, subjectIds = [] } = draft;
  return {
    id: newId(),
    tenantId: scope?.tenantId ?? draft.tenantId ?? INSTALLATION_LOG,
    createdAt: now,
    updatedAt: now,
    actorKind: actor.kind,
    actorId: actor.id ?? null,
    action: draft.action,
    subjectKind: subject.kind ?? kindOf(draft.action),
    subjectId: subject.id ?? null,
    subjectIds: [...new Set([...(subject.id === undefined ? [] : [subject.id]), ...subjectIds])].slice(0, MOST_SUBJECTS),
    outcome: draft.outcome ?? 'ok',
    ...source,
    facts: storable(draft.facts ?? {}),
  };
}

/** Without what the database cannot keep: a model may call a tool by any name. */
const storable = (facts: AuditFacts): AuditFacts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value]),
  );

const SYSTEM: Actor = { kind: 'system' };

/** Of what no request asked for. */
const ownSource = ({ kind }: Actor): CallSource => ({
  channel: kind === 'visitor' || kind === 'agent' ? 'conversation' : 'internal',
  ip: null,
  userAgent: null,
  requestId: null,
});
