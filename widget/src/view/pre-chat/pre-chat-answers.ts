import type { PreChatField } from '@foyer/contracts/widget-theme.ts';

export type AnswerProblem = 'missingAnswer' | 'wrongEmail' | 'wrongPhone';

/** What is wrong with an answer; undefined where nothing is. The server looks again. */
export function problemOf(field: PreChatField, answer = ''): AnswerProblem | undefined {
  const text = answer.trim();
  if (!text) return field.required ? 'missingAnswer' : undefined;
  if (field.type === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text)) return 'wrongEmail';
  if (field.type === 'phone' && !(/^[+\d][\d\s()./-]*$/.test(text) && text.replace(/\D/g, '').length >= 7)) return 'wrongPhone';
  return undefined;
}
