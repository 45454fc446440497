import type { PromptFacts } from './variables.ts';

/** A clinic in Madrid on a Monday in March, ten in the morning there. */
export const facts = (changes: Partial<PromptFacts> = {}): PromptFacts => ({
  organisation: { name: 'Riverside Clinic', locale: 'en-GB', timeZone: 'Europe/Madrid' },
  visitor: {},
  locale: 'en-GB',
  language: 'en',
  now: new Date('2026-03-02T09:00:00Z'),
  ...changes,
});
