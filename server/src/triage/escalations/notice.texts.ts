import type { EscalationTrigger, EscalationUrgency } from '@foyer/contracts/escalations.ts';
import { replyLanguage } from '#agents/prompts/reply-language.ts';
import type { Notice } from '#messaging/notifier.ts';

interface Words {
  urgency: Record<EscalationUrgency, string>;
  trigger: Record<EscalationTrigger, string>;
  subject: string;
  again: string;
  reason: string;
  opened: string;
  conversation: string;
  escalation: string;
  ask: string;
}

const WORDS: Record<'en' | 'es', Words> = {
  en: {
    urgency: { emergency: 'EMERGENCY', high: 'Urgent', normal: 'Waiting' },
    trigger: {
      'emergency-words': 'what the visitor wrote may be an emergency',
      'high-priority-words': 'what the visitor wrote is urgent',
      'asked-for-person': 'the visitor asks for a person',
      'agent-uncertain': 'the assistant is not sure and asks for help',
      'staff-override': 'somebody of the team asks for help',
    },
    subject: 'a conversation needs a person',
    again: 'still waiting',
    reason: 'Reason',
    opened: 'Since',
    conversation: 'Conversation',
    escalation: 'Escalation',
    ask: 'Whoever acknowledges it stops these mails.',
  },
  es: {
    urgency: { emergency: 'EMERGENCIA', high: 'Urgente', normal: 'En espera' },
    trigger: {
      'emergency-words': 'lo que ha escrito el visitante puede ser una emergencia',
      'high-priority-words': 'lo que ha escrito el visitante es urgente',
      'asked-for-person': 'el visitante pide hablar con una persona',
      'agent-uncertain': 'el asistente no está seguro y pide ayuda',
      'staff-override': 'alguien del equipo pide ayuda',
    },
    subject: 'una conversación necesita a una persona',
    again: 'sigue en espera',
    reason: 'Motivo',
    opened: 'Desde',
    conversation: 'Conversación',
    escalation: 'Escalación',
    ask: 'Quien la acepte detiene estos avisos.',
  },
};

export interface NoticeFacts {
  tenant: { name: string; locale: string };
  escalationId: string;
  conversationId: string;
  urgency: EscalationUrgency;
  trigger: EscalationTrigger;
  openedAt: Date;
  repeat: number;
  /** Where somebody of the team reads the conversation; undefined as long as there is no such page. */
  link: string | undefined;
}

/** What a mail about an escalation says: mailboxes are read by others too, so nothing of the conversation stands in it. */
export function noticeText(facts: NoticeFacts): Pick<Notice, 'subject' | 'text' | 'html'> {
  const { tenant, urgency, trigger, repeat, link, conversationId, escalationId, openedAt } = facts;
  const words = WORDS[replyLanguage(tenant.locale)];
  const again = repeat > 0 ? ` (${words.again})` : '';
  const title = `${words.urgency[urgency]}: ${words.subject}${again}`;
  const lines = [
    `${words.reason}: ${words.trigger[trigger]}`,
    `${words.opened}: ${openedAt.toISOString()}`,
    `${words.conversation}: ${conversationId}`,
    `${words.escalation}: ${escalationId}`,
  ];
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`);
  return {
    subject: `${tenant.name}: ${title}`,
    text: `${[title, '', ...lines, ...(link === undefined ? [] : ['', link]), '', words.ask].join('\n')}\n`,
    html: [
      `<h1>${escapeHtml(title)}</h1>`,
      ...paragraphs,
      ...(link === undefined ? [] : [`<p><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`]),
      `<p>${escapeHtml(words.ask)}</p>`,
    ].join('\n'),
  };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
