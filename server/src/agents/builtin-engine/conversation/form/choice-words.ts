import type { FormField } from '../../../forms/form-field.ts';
import { languageOf } from '../../../knowledge/analysis/language.ts';
import type { ReplyLanguage } from '../../../prompts/reply-language.ts';

type Choice = string | number | boolean;

/** How common choices are said in Spanish; forms often have them in English. */
const SPANISH: Readonly<Record<string, string>> = {
  female: 'mujer',
  male: 'hombre',
  other: 'otro',
  yes: 'sí',
  no: 'no',
  morning: 'por la mañana',
  afternoon: 'por la tarde',
  evening: 'por la noche',
  today: 'hoy',
  left: 'izquierda',
  right: 'derecha',
  both: 'ambos lados',
  never: 'nunca',
  former: 'antes sí',
  current: 'actualmente',
  single: 'soltero/a',
  married: 'casado/a',
  divorced: 'divorciado/a',
  widowed: 'viudo/a',
  call: 'llamada',
  phone: 'teléfono',
  email: 'correo electrónico',
  en: 'inglés',
  es: 'español',
  english: 'inglés',
  spanish: 'español',
  new: 'nuevo',
  'living with partner': 'en pareja',
  employed: 'con trabajo',
  retired: 'jubilado/a',
  student: 'estudiante',
  disabled: 'con discapacidad',
  unemployed: 'sin trabajo',
  alone: 'solo/a',
};
const ENGLISH: Readonly<Record<string, string>> = { en: 'English', es: 'Spanish', email: 'e-mail' };

/** What a choice is called, for people: as the form's description explains it in brackets, if in their language; else in plain words. */
export function choiceInWords({ description = '' }: FormField, choice: Choice, language: ReplyLanguage): string {
  const key = String(choice);
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const gloss = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped} ?\\(([^(),;]+)`, 'u').exec(description)?.[1]?.trim();
  const written = languageOf(description);
  if (gloss && (written === language || written === 'other')) return gloss;
  const known = (language === 'es' ? SPANISH : ENGLISH)[key.toLowerCase()];
  return known ?? key.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/_+/g, ' ');
}
