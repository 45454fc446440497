import { formData } from '#agents/extraction/personal-data.repository.ts';
import { visitData } from '#channels/web-chat/personal-data.repository.ts';
import { contactData } from '#contacts/personal-data.repository.ts';
import { fileData } from '#messaging/files/personal-data.repository.ts';
import { conversationData } from '#messaging/messages/personal-data.repository.ts';
import type { PersonalDataStore } from '#messaging/personal-data.ts';
import { ticketData } from '#outcomes/tickets/personal-data.repository.ts';
import { escalationData } from '#triage/escalations/personal-data.repository.ts';

/** Everything that is kept about people, in the order in which it is erased: what refers to something goes before it. */
export const personalDataStores: readonly PersonalDataStore[] = [
  visitData,
  fileData,
  formData,
  escalationData,
  ticketData,
  conversationData,
  contactData,
];
