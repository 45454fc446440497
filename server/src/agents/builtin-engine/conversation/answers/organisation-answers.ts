import { WEEKDAYS } from '@foyer/contracts/tenant-profile.ts';
import { dayAfter, hoursOn } from '#identity/tenants/opening-hours.policy.ts';
import { localTime } from '#platform/date-formats.ts';
import type { Organisation } from '../../../models/chat-model.ts';
import { dayInWords, openingForVisitor } from '../../../prompts/opening-texts.ts';
import { hoursLine } from '../../../prompts/organisation-texts.ts';
import type { ReplyLanguage } from '../../../prompts/reply-language.ts';
import { plainWords } from '../listening/plain.ts';
import { REPLIES } from '../replies/replies.ts';

type Subject = 'hours' | 'address' | 'phone' | 'email' | 'website' | 'services';

/** Questions about the business itself, in plain words, EN and ES. Narrow on purpose: the rest is looked up. */
const SUBJECTS: readonly [Subject, RegExp][] = [
  [
    'hours',
    /\b(?:are|is|will) (?:you|the \w+|it|your \w+)(?: guys)?(?: be)?(?: still)? (?:open|closed)\b|\b(?:opening|business|office|clinic|working) (?:hours|times)\b|\b(?:what|which) (?:are )?(?:your |the )?(?:opening )?(?:hours|times)(?: are you open)?$|\b(?:when|what time|until when|till when|how late|how early|what days?)\b.*\b(?:open|opens|close|closes|closed|shut)\b|\bdo you (?:open|close)\b|\byour hours\b|^hours$|\bopen (?:now|today|tomorrow|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b|\b(?:cual|que|el|su|sus|los) horarios?\b(?! de visita| para visita| de (?:la )?cita)|\bhorarios? (?:de (?:atencion|apertura|trabajo|la clinica)|tienen)\b|^horarios?$|\b(?:abren|cierran|abre|cierra|abiert[oa]s?|cerrad[oa]s?)\b|\b(?:atienden|trabajan)\b.*\b(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|hoy|manana|fin(?:es)? de semana|hora|tarde|noche)\b/,
  ],
  [
    'address',
    /\bwhere (?:are you|is (?:the|your) (?:clinic|office|practice|shop|business|place)|are you (?:located|based)|can i find you)\b|\b(?:your|the clinic's|clinic) (?:address|location)\b|\bhow do i (?:get|find my way) (?:there|to you|to the clinic)\b|\bdonde (?:estan|queda|quedan|se encuentran|esta (?:la|el|su) (?:clinica|consultorio|oficina|consulta|local|negocio)|se ubican|los encuentro)\b|\b(?:su|la) (?:direccion|ubicacion)\b|\bcomo (?:llego|llegar)\b/,
  ],
  [
    'phone',
    /\b(?:your|the clinic's|clinic) (?:phone|telephone)(?: number)?\b|\b(?:phone|telephone) number (?:of|for) (?:the|your)\b|\bcan i (?:call|phone) you\b|\b(?:what|which) number (?:can|do|should) i call\b|\bnumber to call\b|\b(?:su|el) (?:numero de )?telefono (?:de (?:la clinica|ustedes|contacto))?$|\bcual es (?:su|el) (?:numero|telefono)\b|\ba que numero (?:llamo|puedo llamar|los llamo)\b|\b(?:puedo|como) (?:llamar|los llamo|llamarl[oe]s)\b/,
  ],
  [
    'email',
    /\b(?:your|the clinic's) e ?mail\b|\bcan i (?:e ?mail|write to) you\b|\b(?:cual es )?su correo(?: electronico)?$|\bcual es (?:su|el) correo\b/,
  ],
  ['website', /\byour (?:web ?site|web page)\b|\b(?:su|tienen) (?:pagina|sitio)(?: web)?\b/],
  [
    'services',
    /\b(?:what|which) (?:services|treatments)\b|\bwhat do you (?:offer|do)\b|\byour services\b|\b(?:que|cuales|sus) servicios\b|\bque (?:ofrecen|hacen)\b/,
  ],
];

const TODAY = /\b(?:now|today|hoy|ahora|at the moment|en este momento|still open)\b/;
const TOMORROW = /\b(?:tomorrow|manana)\b/;
const PART_OF_DAY = /\b(?:por|en|de) la manana\b/g;
const DAYS: readonly RegExp[] = [
  /\bmondays?\b|\blunes\b/,
  /\btuesdays?\b|\bmartes\b/,
  /\bwednesdays?\b|\bmiercoles\b/,
  /\bthursdays?\b|\bjueves\b/,
  /\bfridays?\b|\bviernes\b/,
  /\bsaturdays?\b|\bsabados?\b/,
  /\bsundays?\b|\bdomingos?\b/,
];

/**
 * What the business says about itself in answer to a question; undefined where it says nothing about that.
 * @param context the question before, where this one goes on from it
 */
export function organisationAnswer(
  { question, context }: { question: string; context: string | undefined },
  organisation: Organisation | undefined,
  language: ReplyLanguage,
): string | undefined {
  if (!organisation) return undefined;
  const plain = plainWords(question);
  const own = subjectsOf(plain);
  const subjects = own.length > 0 || context === undefined ? own : subjectsOf(plainWords(context));
  const answers = subjects.flatMap((subject) => aboutSubject(subject, plain, organisation, language) ?? []);
  return answers.length > 0 ? answers.join(' ') : undefined;
}

const subjectsOf = (plain: string): Subject[] => SUBJECTS.filter(([, pattern]) => pattern.test(plain)).map(([subject]) => subject);

function aboutSubject(subject: Subject, plain: string, organisation: Organisation, language: ReplyLanguage): string | undefined {
  const texts = REPLIES[language].organisation;
  const { profile } = organisation;
  const { address, phone, email, website } = profile.contact ?? {};
  switch (subject) {
    case 'hours':
      return hoursAnswer(plain, organisation, language);
    case 'address':
      return address && texts.address(withoutPoint(address));
    case 'phone':
      return phone && texts.phone(phone);
    case 'email':
      return email && texts.email(email);
    case 'website':
      return website && texts.website(website);
    case 'services':
      return profile.services?.length ? texts.services(profile.services.map(({ name }) => name)) : undefined;
  }
}

function hoursAnswer(plain: string, organisation: Organisation, language: ReplyLanguage): string | undefined {
  const { profile, now, timeZone } = organisation;
  if (!profile.openingHours) return undefined;
  const facts = { organisation, language, locale: organisation.spokenLocale, now };
  const texts = REPLIES[language].organisation;
  const { date: today } = localTime(now, timeZone);
  const onDay = (date: string) =>
    texts.onDay(
      dayInWords(facts, date),
      hoursOn(profile, date).map(({ from, to }) => `${from}–${to}`),
    );
  const weekday = DAYS.findIndex((day) => day.test(plain));
  if (weekday >= 0) return onDay(nextOn(weekday, today));
  if (TOMORROW.test(plain.replaceAll(PART_OF_DAY, ''))) return onDay(dayAfter(today, 1));
  const line = hoursLine(facts);
  const parts = [
    TODAY.test(plain) || /^(?:are|is) (?:you|it)\b|\besta(?:n|ba)? abiert/.test(plain) ? openingForVisitor(facts) : undefined,
    line && texts.hours(line),
  ];
  return parts.filter((part) => part !== undefined).join(' ') || undefined;
}

/** The next such day, today included. */
function nextOn(weekday: number, today: string): string {
  const current = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % WEEKDAYS.length;
  return dayAfter(today, (weekday - current + WEEKDAYS.length) % WEEKDAYS.length);
}

const withoutPoint = (text: string): string => text.replace(/\.$/, '');
