import { expect, test } from 'vitest';
import { problemOf } from './pre-chat-answers.ts';

test.each([
  ['text', '', true, 'missingAnswer'],
  ['text', '  ', true, 'missingAnswer'],
  ['text', '', false, undefined],
  ['choice', '', true, 'missingAnswer'],
  ['email', 'ana@example.com', true, undefined],
  ['email', 'ana@example', true, 'wrongEmail'],
  ['email', 'ana b@example.com', false, 'wrongEmail'],
  ['phone', '+34 600-100.200', true, undefined],
  ['phone', '12345', true, 'wrongPhone'],
  ['phone', 'call me', false, 'wrongPhone'],
] as const)('an answer of type %s, %j (required: %s): %s', (type, answer, required, problem) => {
  expect(problemOf({ name: 'x', label: 'X', type, required }, answer)).toBe(problem);
});
