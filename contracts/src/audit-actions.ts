/**
 * What the audit log records, as sentences. A name is the kind of what it is about and what was done to it, so that filtering by
 * `conversation.` finds everything that was done with conversations. What is in use stays: entries are kept for years.
 */
export const AUDIT_ACTIONS = {
  // People and their sign-ins
  'sign-in.succeeded': 'Somebody signed in.',
  'sign-in.failed': 'A sign-in was refused: the password or code was wrong.',
  'sign-in.locked': 'An address was locked after too many wrong tries.',
  'sign-in.ended': 'Somebody signed out, or ended a sign-in of theirs on another device.',
  'sign-in.reused': 'A refresh token came a second time, so its sign-in was ended.',
  'person.registered': 'Somebody registered.',
  'password.changed': 'Somebody changed their password.',
  'password.reset-requested': 'Somebody asked for a link to choose a new password.',
  'password.reset': 'Somebody chose a new password by a link.',
  'second-factor.enabled': 'Somebody turned a second factor on.',
  'second-factor.disabled': 'Somebody turned their second factor off.',
  'recovery-code.used': 'Somebody signed in with a recovery code.',
  'request.refused': 'A request was refused that asked for what is not the caller’s.',

  // The organisation and who belongs to it
  'tenant.created': 'An organisation was made.',
  'tenant.read': 'What is known of an organisation was read.',
  'tenant.updated': 'An organisation was changed.',
  'tenant.onboarded': 'An organisation was set up and opened.',
  'member.read': 'Members were read.',
  'member.added': 'Somebody became a member.',
  'member.role-changed': 'A member was given another role.',
  'member.removed': 'A member was removed.',
  'invitation.read': 'Invitations were read.',
  'invitation.sent': 'Somebody was invited.',
  'invitation.revoked': 'An invitation was taken back.',
  'invitation.accepted': 'An invitation was accepted.',
  'api-key.created': 'An API key was made.',
  'api-key.read': 'API keys were listed, without the keys themselves.',
  'api-key.used-first': 'An API key was used for the first time.',
  'api-key.deleted': 'An API key was deleted.',
  'audit.read': 'The audit log was read.',
  'audit.exported': 'The audit log was exported.',
  'audit.chain-begun': 'The first entries of a log were sealed.',
  'audit.expired': 'Entries were removed because their time was over.',

  // What is set up
  'app.created': 'An app was made.',
  'app.updated': 'An app was changed.',
  'app.key-rotated': 'An app was given a new key.',
  'app.identity-secret-rotated': 'An app was given a new identity secret.',
  'app-config.created': 'An app was given a new configuration.',
  'prompt.created': 'A prompt was added.',
  'prompt.updated': 'A prompt was changed.',
  'prompt.deleted': 'A prompt was deleted.',
  'agent.created': 'An agent was made.',
  'agent.updated': 'An agent was changed.',
  'agent-tool.created': 'An agent was given a tool.',
  'agent-tool.updated': 'A tool of an agent was changed.',
  'agent-tool.deleted': 'A tool was taken from an agent.',
  'knowledge-document.created': 'A document was added to the knowledge.',
  'knowledge-document.updated': 'A document of the knowledge was replaced.',
  'knowledge-document.deleted': 'A document of the knowledge was deleted.',
  'red-flag-rule.created': 'A red-flag rule was added.',
  'red-flag-rule.updated': 'A red-flag rule was changed.',
  'red-flag-rule.deleted': 'A red-flag rule was deleted.',
  'escalation-policy.created': 'An escalation policy was added.',
  'escalation-policy.updated': 'An escalation policy was changed.',
  'escalation-policy.deleted': 'An escalation policy was deleted.',

  // Personal data
  'contact.read': 'Contacts were read.',
  'contact.created': 'A contact was added.',
  'contact.updated': 'A contact was changed.',
  'contact.deleted': 'A contact was deleted.',
  'conversation.read': 'Conversations, or what was said in one, were read.',
  'conversation.updated': 'A conversation was taken over, given back, marked as read or resolved.',
  'message.sent': 'A person of the team sent a message.',
  'message.screened': 'A text was screened for red flags by request.',
  'file.read': 'A file of a conversation was fetched.',
  'extraction.read': 'What was read from conversations for forms was read.',
  'extraction.updated': 'A field of a form was confirmed, corrected or rejected.',
  'extraction.previewed': 'A form was filled in by request, from messages that came with it.',
  'escalation.read': 'Escalations were read.',
  'escalation.opened': 'An escalation was opened.',
  'escalation.updated': 'An escalation was acknowledged, resolved or opened again.',
  'ticket.read': 'Tickets were read.',
  'ticket.created': 'A ticket was opened.',
  'ticket.updated': 'A ticket was changed.',
  'export.made': 'Data was exported.',

  // The agent
  'tool.called': 'The agent called a tool.',
  'knowledge.searched': 'The knowledge was searched, by the agent or by request.',
} as const;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

export const isAuditAction = (text: string): text is AuditAction => Object.hasOwn(AUDIT_ACTIONS, text);
