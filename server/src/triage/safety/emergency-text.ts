import type { EmergencyFrame } from '@foyer/contracts/chat-socket.ts';
import type { TenantProfile } from '@foyer/contracts/tenant-profile.ts';
import { emergencyNumbersOf } from './emergency-contacts.ts';

export interface EmergencyTextSource {
  country: string | null;
  profile: Pick<TenantProfile, 'emergency'>;
}

/** What an emergency is about, as far as its text depends on it. */
export interface EmergencyFinding {
  matches: readonly { category: string; urgency: 'emergency' | 'urgent' }[];
}

export type TextLanguage = 'en' | 'es';

const TEXTS = {
  en: {
    call: (phone: string) =>
      `This may be an emergency. Call ${phone} now, or go to the nearest emergency department. Do not wait for an answer here.`,
    callLocal:
      'This may be an emergency. Call your local emergency number now, or go to the nearest emergency department. Do not wait for an answer here.',
    crisis: (name: string, phone: string) => `You are not alone. You can talk to somebody now: ${name}, ${phone}.`,
    crisisLocal: 'You are not alone. Please talk to somebody you trust now.',
    safety: 'If it is not safe to talk, get to a place with other people, if you can.',
    label: 'Emergency',
  },
  es: {
    call: (phone: string) => `Puede ser una emergencia. Llame ya al ${phone} o vaya a urgencias. No espere una respuesta aquí.`,
    callLocal: 'Puede ser una emergencia. Llame ya al número de emergencias de su país o vaya a urgencias. No espere una respuesta aquí.',
    crisis: (name: string, phone: string) => `No está solo, no está sola. Puede hablar con alguien ahora: ${name}, ${phone}.`,
    crisisLocal: 'No está solo, no está sola. Hable ahora con alguien de confianza.',
    safety: 'Si no es seguro hablar, vaya si puede a un lugar donde haya otras personas.',
    label: 'Emergencias',
  },
} as const;

/** What a visitor is shown at once: the tenant's own words and numbers where it has given some, else those of its country. */
export function emergencyFrame(source: EmergencyTextSource, { matches }: EmergencyFinding, language: TextLanguage): EmergencyFrame {
  const own = source.profile.emergency;
  const texts = TEXTS[language];
  const numbers = emergencyNumbersOf(source.country);
  const categories = new Set(matches.filter(({ urgency }) => urgency === 'emergency').map(({ category }) => category));
  const isCrisis = categories.has('self-harm');
  const crisis = isCrisis ? numbers?.crisis : undefined;
  const contacts = own?.contacts ?? [
    ...(numbers ? [{ label: texts.label, phone: numbers.emergency }] : []),
    ...(crisis ? [{ label: crisis.name[language], phone: crisis.phone }] : []),
  ];
  const sentences = [
    numbers ? texts.call(numbers.emergency) : texts.callLocal,
    ...(isCrisis ? [crisis ? texts.crisis(crisis.name[language], crisis.phone) : texts.crisisLocal] : []),
    ...(categories.has('abuse') ? [texts.safety] : []),
  ];
  return { type: 'emergency', text: own?.text?.[language] ?? sentences.join(' '), contacts };
}

const ENGLISH = /\b(?:the|my|is|im|i|and|to|of|he|she|his|her|was|cant|dont|with|please|not|have|has|are|just|it)\b/g;
const SPANISH = /\b(?:el|la|mi|me|y|de|que|se|le|no|esta|estoy|un|una|con|los|las|por|tiene|tengo|muy|ya|su|en)\b/g;
/** So many words more of one language than of the other. */
const CLEARLY = 2;

/** The language of the conversation, unless the message is clearly in the other one. */
export function textLanguage(text: string, conversationLanguage: string): TextLanguage {
  const plain = text
    .slice(0, 1_000)
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '');
  const lead = (plain.match(SPANISH)?.length ?? 0) - (plain.match(ENGLISH)?.length ?? 0);
  if (lead >= CLEARLY) return 'es';
  if (lead <= -CLEARLY) return 'en';
  return conversationLanguage.toLowerCase().startsWith('es') ? 'es' : 'en';
}
