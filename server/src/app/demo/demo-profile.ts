import { TenantProfile } from '@foyer/contracts/tenant-profile.ts';

const weekday = [
  { from: '08:00', to: '12:30' },
  { from: '13:30', to: '17:30' },
];
/** Closed every year, as month and day. */
const HOLIDAYS = [
  ['01-01', 'New Year’s Day'],
  ['07-04', 'Independence Day'],
  ['12-25', 'Christmas Day'],
] as const;

/** What the demo clinic says about itself. The clinic is made up, and so are its number and address. */
export function demoProfile(now: Date): TenantProfile {
  const years = [now.getUTCFullYear(), now.getUTCFullYear() + 1];
  return TenantProfile.parse({
    about: 'An outpatient heart clinic by the harbour, for adults, with or without a referral. It has no emergency room.',
    services: [
      { name: 'Cardiology consultation', description: '45 minutes with a cardiologist; bring a list of your medicines.' },
      { name: 'Follow-up visit', description: '20 minutes, in person or by video.' },
      { name: 'Electrocardiogram (ECG)', description: '15 minutes, no preparation.' },
      { name: 'Echocardiogram', description: 'Ultrasound of the heart, 40 minutes, no preparation.' },
      { name: 'Stress test', description: 'One hour on the treadmill; wear sports shoes and eat nothing for two hours before.' },
      { name: 'Holter monitor', description: 'A small recorder that you wear for 24 or 48 hours; bring it back to the front desk.' },
      { name: 'Cardiac rehabilitation', description: 'Group training twice a week after a cardiac event, by referral.' },
    ],
    contact: {
      phone: '+1 212 555 0142',
      email: 'frontdesk@harbourheart.example',
      address: '14 Harbour Street, New York, NY 10004',
      website: 'https://www.harbourheart.example',
    },
    openingHours: {
      monday: weekday,
      tuesday: weekday,
      wednesday: weekday,
      thursday: weekday,
      friday: [{ from: '08:00', to: '15:00' }],
      saturday: [{ from: '09:00', to: '12:00' }],
      sunday: [],
    },
    hoursExceptions: years.flatMap((year) => HOLIDAYS.map(([day, name]) => ({ date: `${year}-${day}`, hours: [], name }))),
    escalation: {
      policy: 'Questions about results, prescriptions, insurance claims and complaints are for the team.',
      words: ['complaint', 'lawyer', 'medical records', 'queja', 'abogado', 'historial médico'],
    },
  });
}
