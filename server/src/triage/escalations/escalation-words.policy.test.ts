import { describe, expect, test } from 'vitest';
import { findEscalationWord } from './escalation-words.policy.ts';

describe('the words by which a tenant calls for a person', () => {
  test.each([
    ['I will call my LAWYER!', ['lawyer'], 'LAWYER'],
    ['Quiero una devolución, ya.', ['devolucion'], 'devolución'],
    ['No se puede; es una   queja\nformal', ['queja formal'], 'queja\nformal'],
    ['chargeback', ['refund', 'chargeback'], 'chargeback'],
  ])('are found in %j, whatever their capitals, accents and spaces', (text, phrases, quote) => {
    expect(findEscalationWord(text, phrases)?.quote).toBe(quote);
  });

  test.each([
    ['My flawyery answer', ['lawyer']],
    ['a formal dinner without a complaint', ['formal complaint']],
    ['', ['lawyer']],
    ['anything', []],
    ['anything', ['!!!']],
  ])('are not found in %j', (text, phrases) => {
    expect(findEscalationWord(text, phrases)).toBeUndefined();
  });
});
