import type { TenantProfile } from '@foyer/contracts/tenant-profile.ts';
import type { PromptFacts } from './prompt-facts.ts';

/** A clinic in Madrid on a Monday in March, ten in the morning there. */
export const facts = (changes: Partial<PromptFacts> = {}): PromptFacts => ({
  organisation: { name: 'Riverside Clinic', locale: 'en-GB', timeZone: 'Europe/Madrid', profile: {} },
  visitor: {},
  locale: 'en-GB',
  language: 'en',
  now: new Date('2026-03-02T09:00:00Z'),
  ...changes,
});

const weekday = [
  { from: '09:00', to: '13:00' },
  { from: '16:00', to: '19:30' },
];

/** What the clinic says about itself. */
export const PROFILE: TenantProfile = {
  about: 'A family practice by the river since 1998.',
  services: [{ name: 'Check-up', description: 'Half an hour, with blood test.' }, { name: 'Vaccinations' }],
  contact: {
    phone: '+34 910 000 111',
    email: 'hello@riverside.example',
    address: 'Calle del Río 1, Madrid',
    website: 'https://riverside.example',
  },
  openingHours: { monday: weekday, tuesday: weekday, wednesday: weekday, thursday: weekday, friday: [{ from: '09:00', to: '14:00' }] },
  hoursExceptions: [
    { date: '2026-12-25', hours: [], name: 'Christmas' },
    { date: '2026-04-03', hours: [], name: 'Good Friday' },
    { date: '2026-03-19', hours: [{ from: '09:00', to: '12:00' }] },
    { date: '2026-02-27', hours: [] },
  ],
  escalation: { policy: 'Complaints go to the manager the same day.', words: ['lawyer', 'allergic reaction'] },
};

export const clinic = (profile: TenantProfile = PROFILE): PromptFacts['organisation'] => ({ ...facts().organisation, profile });
