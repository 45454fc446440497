import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storableText, storableTextStream } from './storable-text.ts';

describe('text that can be stored', () => {
  test('NUL and half characters become the replacement character, everything else stays', () => {
    expect(storableText('a\0b\ud83dc\ude00d😀')).toBe('a\uFFFDb\uFFFDc\uFFFDd😀');
  });

  test('however a text is cut into pieces, it comes out as if it had come whole, and every piece is sound', () => {
    const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units));
    const emoji = fc.constantFrom('😀', '\ud83d', '\ude00', '\0', 'ñ');
    fc.assert(
      fc.property(fc.array(fc.oneof(anyUnits, emoji)), (pieces) => {
        const stream = storableTextStream();
        const out = [...pieces.map((piece) => stream.push(piece)), stream.end()];
        expect(out.join('')).toBe(storableText(pieces.join('')));
        for (const piece of out) expect(piece.isWellFormed() && !piece.includes('\0')).toBe(true);
      }),
    );
  });
});
