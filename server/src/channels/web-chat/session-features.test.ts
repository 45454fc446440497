import { expect, test } from 'vitest';
import { switchesOf } from '#identity/feature-flags/features-of-tenant.ts';
import { sessionFeatures } from './session-features.ts';

test('a widget is told what is wanted and possible: what does not exist cannot be switched on', () => {
  expect(sessionFeatures({}, switchesOf([]))).toMatchObject({ chat: true, voice: false, extraction: false, attachments: false });
  expect(sessionFeatures({ chat: true, voice: true, extraction: true, attachments: true }, switchesOf([]))).toMatchObject({
    chat: true,
    voice: false,
    extraction: true,
    attachments: true,
  });
  expect(sessionFeatures({ chat: false }, switchesOf([]))).toMatchObject({ chat: false });
});

test('a feature of the page’s own is passed on as it was set', () => {
  expect(sessionFeatures({ darkMode: true, confetti: false }, switchesOf([]))).toMatchObject({ darkMode: true, confetti: false });
});
