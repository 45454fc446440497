import { type ModelPrices, parsePrice } from '#agents/models/model-prices.ts';
import { parseMasterKeys } from '#platform/crypto/master-keys.ts';
import { type ClamdAddress, parseClamdAddress } from '#platform/virus-scan/clamd-address.ts';

/** What a parser makes of a variable's text. `problem` says what was expected; it never repeats the text. */
export type Parsed<Value> = { readonly value: Value } | { readonly problem: string };

/** One environment variable: how it is read, and what `.env.example` says about it. */
export interface Variable<Value> {
  readonly parse: (text: string) => Parsed<Value>;
  /** What is expected, in a few words: “a whole number from 0 to 65535”. */
  readonly expected: string;
  readonly description: string;
  /** What holds when it is not set, in words or as a value, for the example file. */
  readonly otherwise?: string;
  /** Heading under which the example file lists it. */
  readonly group: string;
}

export type VariablesTable = Readonly<Record<string, Variable<unknown>>>;
export type ValuesOf<Table> = { readonly [Name in keyof Table]: Table[Name] extends Variable<infer Value> ? Value | undefined : never };

type Details = Omit<Variable<unknown>, 'parse' | 'expected'>;

const made = <Value>(expected: string, read: (text: string) => Value | undefined, details: Details): Variable<Value> => ({
  ...details,
  expected,
  parse: (text) => {
    const value = read(text);
    return value === undefined ? { problem: `must be ${expected}` } : { value };
  },
});

export const text = (details: Details): Variable<string> => made('a text', (given) => given, details);

export const textOfLength = (minimum: number, details: Details): Variable<string> =>
  made(`at least ${minimum} characters long`, (given) => (given.length >= minimum ? given : undefined), details);

export const oneOf = <const Choice extends string>(choices: readonly Choice[], details: Details): Variable<Choice> =>
  made(`one of ${choices.join(', ')}`, (given) => choices.find((choice) => choice === given.toLowerCase()), details);

export const wholeNumber = (minimum: number, maximum: number, details: Details): Variable<number> =>
  made(
    `a whole number from ${minimum} to ${maximum}`,
    (given) => {
      const value = Number(given);
      return /^\d+$/.test(given) && value >= minimum && value <= maximum ? value : undefined;
    },
    details,
  );

export const decimal = (minimum: number, maximum: number, details: Details): Variable<number> =>
  made(
    `a number from ${minimum} to ${maximum}`,
    (given) => {
      const value = Number(given);
      return /^\d+(\.\d+)?$/.test(given) && value >= minimum && value <= maximum ? value : undefined;
    },
    details,
  );

const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  yes: true,
  on: true,
  false: false,
  '0': false,
  no: false,
  off: false,
};

export const yesOrNo = (details: Details): Variable<boolean> =>
  made('true or false (also 1/0, yes/no, on/off)', (given) => BOOLEANS[given.toLowerCase()], details);

export const url = (protocols: readonly string[], details: Details): Variable<string> =>
  made(
    `a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    (given) => {
      const parsed = URL.parse(given);
      return parsed !== null && protocols.includes(parsed.protocol) && parsed.hostname !== '' ? given : undefined;
    },
    details,
  );

/** A database URL may leave its host to the query (`?host=/run/postgresql`), which `URL` refuses to parse with a user in front. */
export const databaseUrl = (details: Details): Variable<string> =>
  made(
    'a URL that begins with postgres:// or postgresql://',
    (given) => (/^postgres(ql)?:\/\/\S+$/.test(given) ? given : undefined),
    details,
  );

export const clamdAddress = (details: Details): Variable<ClamdAddress> =>
  made('an address such as 127.0.0.1:3310, or the path of a Unix socket', parseClamdAddress, details);

/** One key of 32 bytes or, while they are rotated, several: see `platform/crypto/master-keys.ts`. */
export const masterKeys = (details: Details): Variable<string> =>
  made(
    '32 random bytes, as 64 hexadecimal digits or in base64 (several with commas between them, the current one first)',
    (given) => {
      try {
        parseMasterKeys(given);
        return given;
      } catch {
        return undefined;
      }
    },
    details,
  );

/** A list separated by commas or spaces, each of which `isItem` accepts. */
export const listOf = (items: string, isItem: (item: string) => boolean, details: Details): Variable<readonly string[]> =>
  made(
    `a list of ${items}, separated by commas`,
    (given) => {
      const list = given.split(/[\s,]+/).filter((item) => item !== '');
      return list.length > 0 && list.every(isItem) ? list : undefined;
    },
    details,
  );

/** `model=in/out` with commas between. */
export const prices = (details: Details): Variable<ModelPrices> =>
  made(
    'a list of model=in/out, separated by commas',
    (given) => {
      const entries = given.split(/[\s,]+/).filter((item) => item !== '');
      const read = entries.map(
        (entry) => [entry.slice(0, entry.lastIndexOf('=')), parsePrice(entry.slice(entry.lastIndexOf('=') + 1))] as const,
      );
      const sound = read.flatMap(([model, price]) => (model === '' || !price ? [] : [[model, price] as const]));
      return entries.length > 0 && sound.length === read.length ? Object.fromEntries(sound) : undefined;
    },
    details,
  );

export const emailAddress = (details: Details): Variable<string> =>
  made('an e-mail address', (given) => (/^[^\s@<>]+@[^\s@<>]+$/.test(given) ? given : undefined), details);

/** `Name <address>` or just the address. */
export const mailbox = (details: Details): Variable<string> =>
  made(
    'an e-mail address, alone or as Name <address>',
    (given) => (/^([^<>@\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/.test(given) ? given : undefined),
    details,
  );
