import { expect, test } from 'vitest';
import { emergencyFrame, textLanguage } from './emergency-text.ts';
import type { ScreenResult } from './screen.ts';

const finding = (category: 'cardiac' | 'self-harm' | 'abuse'): ScreenResult => ({
  urgency: 'emergency',
  matches: [{ category, ruleId: 'rule', urgency: 'emergency', quote: 'words' }],
});

test('names the numbers of the country', () => {
  expect(emergencyFrame({ country: 'GB', profile: {} }, finding('self-harm'), 'en')).toMatchObject({
    text: expect.stringContaining('Call 999 now'),
    contacts: [{ phone: '999' }, { phone: '116 123' }],
  });
  expect(emergencyFrame({ country: 'AR', profile: {} }, finding('cardiac'), 'es')).toMatchObject({
    text: expect.stringContaining('Llame ya al 107'),
    contacts: [{ label: 'Emergencias', phone: '107' }],
  });
});

test('names no number where the country is not known', () => {
  const frame = emergencyFrame({ country: null, profile: {} }, finding('self-harm'), 'en');
  expect(frame.contacts).toEqual([]);
  expect(frame.text).toContain('your local emergency number');
  expect(frame.text).not.toMatch(/\d/);
});

test('a tenant’s own words hold in the language that it has given them in', () => {
  const profile = { emergency: { text: { es: 'Marque 9.' } } };
  expect(emergencyFrame({ country: 'ES', profile }, finding('abuse'), 'es').text).toBe('Marque 9.');
  expect(emergencyFrame({ country: 'ES', profile }, finding('abuse'), 'en').text).toContain('Call 112 now');
});

test('the conversation’s language holds unless the message is clearly in the other', () => {
  expect(textLanguage('mi papá no respira', 'en')).toBe('es');
  expect(textLanguage('my dad is not breathing', 'es-MX')).toBe('en');
  expect(textLanguage('infarto', 'en')).toBe('en');
  expect(textLanguage('chest', 'es')).toBe('es');
});
