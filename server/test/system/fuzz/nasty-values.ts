import fc from 'fast-check';

/** Texts that have broken programs before: bytes that databases refuse, halves of characters, markup, names of prototypes. */
const TEXTS = [
  '',
  ' ',
  'NUL \0 inside',
  'half \ud83d a pair',
  '\udfff',
  '\uffff\ufffe',
  '\u202eright to left',
  'e\u0301'.repeat(50),
  '👩‍👩‍👧‍👦'.repeat(300),
  'x'.repeat(20_000),
  "'; drop table tenants; --",
  '{{visitor.name}} {{nothing.known}} {{',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '%00%ff%',
  'line\r\nbreak',
  '-1',
  'NaN',
  '1e400',
  'http://[::1',
  'a@b',
];

const NUMBERS = [0, -0, -1, 1.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 1e308, 5e-324];

/** What looks like an id of ours, more or less. */
const IDS = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '12345678-1234-9234-1234-123456789012',
  '12345678-1234-4234-c234-123456789012',
  '0190A3F0-7C3A-7000-8000-000000000001',
  '0190a3f0-7c3a-7000-8000-00000000000',
  '{0190a3f0-7c3a-7000-8000-000000000001}',
  '0190a3f07c3a70008000000000000001',
  '0',
  'demo',
];

export const nastyText = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 20 }));
export const nastyId = fc.oneof(fc.constantFrom(...IDS), fc.uuid(), nastyText);
export const nastyNumber = fc.oneof(fc.constantFrom(...NUMBERS), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));

export const nastyJson: fc.Arbitrary<unknown> = fc.oneof(
  { maxDepth: 4 },
  nastyText,
  nastyNumber,
  nastyId,
  fc.constantFrom(null, true, false),
  fc.jsonValue({ maxDepth: 3 }),
  fc.nat(400).map(nested),
  fc.array(nastyText, { maxLength: 4 }),
  fc.dictionary(fc.oneof(nastyText, fc.constantFrom('__proto__', 'constructor', 'id', 'tenantId')), nastyText, { maxKeys: 4 }),
);

/** Arrays within one another. */
function nested(levels: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

/** The same as JSON, which may be deeper than what can be turned into JSON. */
export const nestedText = (levels: number): string => `${'['.repeat(levels)}0${']'.repeat(levels)}`;

/** A text with bytes taken out, doubled or changed: nearly JSON, nearly UTF-8. */
export const damaged = (text: string): fc.Arbitrary<Buffer> =>
  fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.constantFrom('set', 'drop', 'double')), { minLength: 1, maxLength: 4 }).map((changes) => {
    let bytes = Buffer.from(text);
    for (const [place, byte, change] of changes) {
      if (bytes.length === 0) break;
      const at = place % bytes.length;
      if (change === 'set') bytes[at] = byte;
      else if (change === 'drop') bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
      else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at), bytes.subarray(at)]);
    }
    return bytes;
  });
