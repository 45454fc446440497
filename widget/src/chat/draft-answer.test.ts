import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterToken, type DraftAnswer } from './draft-answer.ts';

const token = (delta: string, offset: number, messageId = 'm1') => ({ messageId, delta, offset });

describe('an answer that is being written', () => {
  test('is put together from its pieces, whatever is repeated of them', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(60), fc.nat(60))),
        (text, repeats) => {
          let draft: DraftAnswer | undefined;
          for (let offset = 0; offset < text.length; offset += 3) {
            draft = afterToken(draft, token(text.slice(offset, offset + 3), offset));
            for (const [from, length] of repeats) {
              const start = from % (Math.min(offset + 3, text.length) + 1);
              draft = afterToken(draft, token(text.slice(start, Math.min(start + length, offset + 3)), start));
            }
          }
          expect(draft).toEqual({ messageId: 'm1', text });
        },
      ),
    );
  });

  test('is not guessed where something before it is missing', () => {
    expect(afterToken(undefined, token('b', 1))).toBeUndefined();
    expect(afterToken({ messageId: 'm1', text: 'ab' }, token('d', 3))).toBeUndefined();
    expect(afterToken({ messageId: 'm0', text: 'abcdef' }, token('d', 3))).toBeUndefined();
  });

  test('begins anew under another id', () => {
    expect(afterToken({ messageId: 'm0', text: 'abc' }, token('x', 0))).toEqual({ messageId: 'm1', text: 'x' });
  });
});
