import { z } from 'zod';
import { replyLanguage } from '#agents/prompts/reply-language.ts';
import type { Members } from '#identity/members/members.service.ts';
import { findOwnTenant } from '#identity/tenants/tenants.repository.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { EmailSender } from '#platform/email/email-sender.ts';
import type { Subscriber } from '#platform/events/subscriber.ts';
import { declareJob, defineJob, type JobDefinition } from '#platform/jobs/define-job.ts';

const notice = declareJob({ name: 'hand-over-notice.send', payload: z.object({ conversationId: z.guid() }) });

/** A conversation waits for a person: the team is told, since nobody may be looking. Where it is escalated, its policy sees to that. */
export const handOverNotice: Subscriber = {
  name: 'hand-over-notice',
  types: ['handoff.requested', 'turn.failed'],
  handle: async (tx, { subject: { conversationId = '', escalationId } }) => {
    if (escalationId === undefined) await tx.enqueue(notice, { conversationId });
  },
};

const TEXTS = {
  en: {
    subject: 'A visitor is waiting for a person',
    text: (id: string) => `A conversation has left the assistant and waits for somebody of the team.\n\nConversation: ${id}\n`,
  },
  es: {
    subject: 'Un visitante espera a una persona',
    text: (id: string) => `Una conversación ha salido del asistente y espera a alguien del equipo.\n\nConversación: ${id}\n`,
  },
} as const;

interface Dependencies {
  unitOfWork: UnitOfWork;
  members: Pick<Members, 'list'>;
  email: EmailSender;
}

/** So many are written to at most: whoever has a larger team wants a rota, which escalation policies are for. */
const MOST_RECIPIENTS = 50;

/** Writes to the people of the tenant. The mail holds no word of the conversation: mailboxes are read by others too. */
export function sendHandOverNotice({ unitOfWork, members, email }: Dependencies): JobDefinition<{ conversationId: string }> {
  return defineJob({
    ...notice,
    run: async ({ conversationId }, { scope, jobId, logger }) => {
      if (!scope) throw new Error('A hand-over notice belongs to a tenant.');
      const tenant = await unitOfWork.read(scope, findOwnTenant);
      const { items } = await members.list(scope, { limit: MOST_RECIPIENTS });
      const team = items.filter(({ role }) => role !== 'viewer');
      if (!tenant || team.length === 0) {
        logger.warn('A visitor waits for a person, and the tenant has nobody who could be told', { conversationId });
        return;
      }
      const { subject, text } = TEXTS[replyLanguage(tenant.locale)];
      await email.send({
        to: team.map((person) => ({ address: person.email, name: person.name })),
        subject: `${tenant.name}: ${subject}`,
        text: text(conversationId),
        idempotencyKey: `hand-over-notice-${jobId}`,
      });
    },
  });
}
