import { expect, test } from 'vitest';
import { sessionFeatures } from './session-features.ts';

test('a widget is told what is wanted and possible: what does not exist cannot be switched on', () => {
  expect(sessionFeatures({})).toMatchObject({ chat: true, voice: false, extraction: false, attachments: false });
  expect(sessionFeatures({ chat: true, voice: true, extraction: true, attachments: true })).toMatchObject({
    chat: true,
    voice: false,
    extraction: true,
    attachments: true,
  });
  expect(sessionFeatures({ chat: false })).toMatchObject({ chat: false });
});

test('a feature of the page’s own is passed on as it was set', () => {
  expect(sessionFeatures({ darkMode: true, confetti: false })).toMatchObject({ darkMode: true, confetti: false });
});
