import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignQuote } from './align-quote.ts';

const found = (quote: string, message: string) => {
  const at = alignQuote(quote, message);
  return at && message.slice(at.start, at.end);
};

test.each([
  ['i weigh 80 kg', 'Well: I weigh 80 kg.', 'I weigh 80 kg'],
  ['tengo fiebre', 'Sí, TENGO   «fiébre»', 'TENGO   «fiébre'],
  ["I don't smoke", 'I don’t smoke', 'I don’t smoke'],
  ['I have had a cough for days', 'I have had a bad cough for days', 'I have had a bad cough for days'],
  ['abiert', 'sigue abierta', 'abiert'],
])('“%s” stands in “%s”', (quote, message, words) => {
  expect(found(quote, message)).toBe(words);
});

test.each([
  ['I weigh 70 kg', 'I weigh 80 pounds'],
  ['no', 'knot'],
  ['', 'anything'],
  ['…', 'anything'],
  ['kg 80 weigh I', 'I weigh 80 kg'],
])('“%s” does not stand in “%s”', (quote, message) => {
  expect(found(quote, message)).toBeUndefined();
});

test('whatever is cut from a message stands in it, to the letter', () => {
  const parts = fc.array(fc.stringMatching(/^[a-zñé]{1,8}$/), { minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(parts, fc.nat(9), fc.nat(9), (words, from, length) => {
      const message = words.join(' ');
      const quote = words.slice(from % words.length, (from % words.length) + 1 + length).join(' ');
      const text = found(quote, message);
      return text === quote;
    }),
  );
});
