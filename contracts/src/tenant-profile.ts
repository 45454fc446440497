import { z } from 'zod';
import { Email, line } from './text.ts';

/** From Monday on, as the week is written. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const timeOfDay = z
  .string()
  .regex(TIME_OF_DAY, 'Must be a time of day such as 09:30')
  .meta({ examples: ['09:00'] });
const endOfSpan = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Must be a time of day such as 17:30, at most 24:00')
  .meta({ examples: ['17:30'] });

/** On the clock of the tenant's time zone; `to` is when it closes. What lasts past midnight goes on at 00:00 of the next day. */
export const OpenSpan = z.strictObject({ from: timeOfDay, to: endOfSpan }).refine(({ from, to }) => !TIME_OF_DAY.test(from) || from < to, {
  message: 'Must be later than from; hours past midnight belong to the next day',
  path: ['to'],
});
export type OpenSpan = z.output<typeof OpenSpan>;

/** The hours of one day, in order; none: closed. */
const DayHours = z
  .array(OpenSpan)
  .max(10, 'Must have at most 10 spans')
  .refine(
    (spans) => spans.every(({ from }, index) => index === 0 || from >= (spans[index - 1]?.to ?? '')),
    'Must be in order and not overlap',
  );

/** A weekday that is left out is closed. */
export const OpeningHours = z.strictObject({
  monday: DayHours.optional(),
  tuesday: DayHours.optional(),
  wednesday: DayHours.optional(),
  thursday: DayHours.optional(),
  friday: DayHours.optional(),
  saturday: DayHours.optional(),
  sunday: DayHours.optional(),
});
export type OpeningHours = z.output<typeof OpeningHours>;

/** A day on which other hours hold than its weekday's, such as a holiday. */
export const HoursException = z.strictObject({
  date: z.iso.date('Must be a date such as 2026-12-25'),
  hours: DayHours,
  /** What the day is. */
  name: line({ max: 100 }).optional(),
});
export type HoursException = z.output<typeof HoursException>;

export const Phone = line({ max: 40 })
  .regex(/^[+(\d][\d\s().\-/]{2,}$/, 'Must be a telephone number such as +34 600 123 456')
  .meta({ examples: ['+34 600 123 456'] });

/** Short ones such as 112 and *4141 too. */
const EmergencyPhone = line({ max: 40 })
  .regex(/^[+*(\d][\d\s()*#.\-/]+$/, 'Must be a telephone number such as 112')
  .meta({ examples: ['112'] });

const ContactDetails = z.strictObject({
  phone: Phone.optional(),
  email: Email.optional(),
  address: line({ max: 300 }).optional(),
  website: line({ max: 300 })
    .refine(isWebAddress, 'Must be an address such as https://www.example.com')
    .meta({ examples: ['https://www.example.com'] })
    .optional(),
});

const Service = z.strictObject({ name: line({ max: 120 }), description: line({ max: 300 }).optional() });

/** When the agent brings in a person. */
const EscalationPolicy = z.strictObject({
  policy: line({ max: 1_000 }).optional(),
  /** Words and phrases of a visitor that call for a person at once. */
  words: z
    .array(line({ max: 60 }))
    .max(50, 'Must have at most 50 words')
    .optional(),
});

/** What visitors are shown at once in an emergency, in place of the text and the numbers of the tenant's country; who looks for one. */
const Emergency = z.strictObject({
  text: z.strictObject({ en: line({ max: 600 }).optional(), es: line({ max: 600 }).optional() }).optional(),
  contacts: z
    .array(z.strictObject({ label: line({ max: 80 }), phone: EmergencyPhone }))
    .min(1, 'Must have at least one contact; leave it out for those of the country')
    .max(10, 'Must have at most 10 contacts')
    .optional(),
  /** Whether a language model judges every message too, where one is configured; it does unless this is false. */
  secondOpinion: z.boolean().optional(),
});

/** How the organisation's documents are searched. */
const KnowledgeSettings = z.strictObject({
  /** Words that mean the same here, in any language: whoever asks with one of them finds texts that have another. */
  synonyms: z
    .array(
      z
        .array(line({ max: 60 }))
        .min(2, 'Must have at least 2 words')
        .max(12, 'Must have at most 12 words'),
    )
    .max(200, 'Must have at most 200 groups')
    .meta({ examples: [[['locker', 'wardrobe', 'guardarropa']]] })
    .optional(),
});

const differ = (values: readonly string[]) => new Set(values).size === values.length;

/** What the business says about itself. The agent tells what stands here, and says of the rest that it does not know. */
export const TenantProfile = z.strictObject({
  about: line({ max: 1_000 }).optional(),
  services: z.array(Service).max(60, 'Must have at most 60 services').optional(),
  contact: ContactDetails.optional(),
  openingHours: OpeningHours.optional(),
  hoursExceptions: z
    .array(HoursException)
    .max(100, 'Must have at most 100 days')
    .refine((days) => differ(days.map(({ date }) => date)), 'Must name each day once')
    .optional(),
  escalation: EscalationPolicy.optional(),
  knowledge: KnowledgeSettings.optional(),
  emergency: Emergency.optional(),
});
export type TenantProfile = z.output<typeof TenantProfile>;

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value);
}
