import type { Exchange } from './exchange.ts';
import type { Wire, WireCall } from './wires.ts';

/**
 * What the visitor sees of a fault: `answered`, as if nothing were; `told` that it takes longer, and answered once the provider is back;
 * `cut short`, an answer that was too long.
 */
export type Outcome = 'answered' | 'told' | 'cut short';

export interface Fault {
  outcome: Outcome;
  /** Held until the message is healed; then, and for a fault that is over by itself, the server answers as it should. */
  misbehave(exchange: Exchange): unknown;
  /** The answer, where it is not the usual one. */
  answer?: (key: string) => string;
  /** How many of the turn's calls of tools succeed. */
  callsThatSucceed?: number;
  /** The provider does not say what it took, or more than one answer was paid for. */
  hasUnusualUsage?: true;
}

export const usualAnswer = (key: string): string => `Answer to [${key}]: at eight.`;

const ticket = (subject: string) => JSON.stringify({ subject, description: 'The visitor asks for a call.' });
const pieces = (text: string, size: number): string[] => text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
const call = (id: string, argumentPieces: readonly string[]): WireCall => ({ id, name: 'create_ticket', argumentPieces });

const whole = (wire: Wire, text: string): string =>
  [wire.start(), wire.openText(), ...pieces(text, 9).map(wire.text), wire.finish('stop'), wire.trailer()].join('');

const callFirst =
  (...calls: WireCall[]) =>
  ({ isAfterTools, key, say, stream, wire }: Exchange) => {
    if (isAfterTools) return say(usualAnswer(key));
    return stream(wire.start(), wire.calls(calls), wire.finish('tools'), wire.trailer()).end();
  };

/** Refuses until the message is healed. */
const refusing =
  (status: number) =>
  ({ refuse }: Exchange) =>
    refuse(status);

/** Refuses the first request alone: it is asked again within the same attempt. */
const refusingOnce =
  (status: number, headers: () => Record<string, string> = () => ({})) =>
  ({ refuse, say, key, request }: Exchange) =>
    request === 1 ? refuse(status, headers()) : say(usualAnswer(key));

const beginning = ({ stream, wire }: Exchange) => stream(wire.start(), wire.openText(), wire.text('One moment'));
const fenced = (key: string): string => `\`\`\`json\n{"answer": "${usualAnswer(key)}"}\n\`\`\``;
const emoji = (key: string): string => `${usualAnswer(key)} 👩‍⚕️ ¡Hasta mañana! 日本 😀`;
const long = (key: string): string => usualAnswer(key).padEnd(60_000, ' and so on');

/** Writes again and again until the reader leaves. */
async function endlessly({ write, gone }: Exchange, text: string): Promise<void> {
  for (let isOver = false; !isOver; ) isOver = (await Promise.race([write(text), gone.then(() => 'gone' as const)])) === 'gone';
}

/** Messages name a fault by its place in the list. */
export const faultNumber = (name: string): number => Object.keys(FAULTS).indexOf(name);
export const faultName = (number: number | undefined): string | undefined =>
  number === undefined ? undefined : Object.keys(FAULTS)[number];

export const FAULTS: Readonly<Record<string, Fault>> = {
  // What the product copes with
  'split-arguments': { outcome: 'answered', callsThatSucceed: 1, misbehave: callFirst(call('a', pieces(ticket('Call back'), 1))) },
  'several-calls': {
    outcome: 'answered',
    callsThatSucceed: 2,
    misbehave: callFirst(call('a', [ticket('First')]), call('b', [ticket('Second')])),
  },
  'arguments-not-json': { outcome: 'answered', callsThatSucceed: 0, misbehave: callFirst(call('a', ['call ', 'them back'])) },
  'unknown-tool': {
    outcome: 'answered',
    callsThatSucceed: 0,
    misbehave: callFirst({ id: 'a', name: 'drop_tables', argumentPieces: ['{}'] }),
  },
  'code-fence': { outcome: 'answered', answer: fenced, misbehave: ({ key, say }) => say(fenced(key)) },
  'one-chunk': {
    outcome: 'answered',
    answer: long,
    misbehave: ({ key, stream, wire }) =>
      stream(wire.start(), wire.openText(), wire.text(long(key)), wire.finish('stop'), wire.trailer()).end(),
  },
  'split-characters': {
    outcome: 'answered',
    answer: emoji,
    misbehave: async ({ key, begin, write, wire, response }) => {
      begin();
      const bytes = Buffer.from(whole(wire, emoji(key)));
      const first = bytes.findIndex((byte) => byte >= 0x80);
      const end = bytes.findLastIndex((byte) => byte >= 0x80) + 1;
      // Byte by byte where there is something to cut in two; around it that would only take time.
      await write(bytes.subarray(0, first));
      for (const byte of bytes.subarray(first, end)) await write(Buffer.from([byte]));
      await write(bytes.subarray(end));
      response.end();
    },
  },
  crlf: {
    outcome: 'answered',
    misbehave: ({ key, stream, wire }) => stream(whole(wire, usualAnswer(key)).replaceAll('\n', '\r\n')).end(),
  },
  noise: {
    outcome: 'answered',
    misbehave: ({ key, stream, wire }) => {
      const frames = whole(wire, usualAnswer(key)).split(/(?<=\n\n)/);
      stream(...frames.flatMap((frame) => [wire.noise, '\n', frame])).end();
    },
  },
  'finish-twice': {
    outcome: 'answered',
    misbehave: ({ key, stream, wire }) =>
      stream(wire.start(), wire.openText(), wire.text(usualAnswer(key)), wire.finish('stop'), wire.finish('stop'), wire.trailer()).end(),
  },
  'no-usage': {
    outcome: 'answered',
    hasUnusualUsage: true,
    misbehave: ({ key, stream, wire }) =>
      stream(wire.start(), wire.openText(), wire.text(usualAnswer(key)), wire.finish('stop', { withoutUsage: true }), wire.trailer()).end(),
  },
  'no-trailer': {
    outcome: 'answered',
    misbehave: ({ key, stream, wire }) => stream(wire.start(), wire.openText(), wire.text(usualAnswer(key)), wire.finish('stop')).end(),
  },
  slow: {
    outcome: 'answered',
    misbehave: async ({ key, begin, write, wire, pause, response }) => {
      begin();
      for (const frame of whole(wire, usualAnswer(key)).split(/(?<=\n\n)/)) {
        await write(frame);
        await pause(60);
      }
      response.end();
    },
  },
  'busy-once-seconds': { outcome: 'answered', misbehave: refusingOnce(429, () => ({ 'retry-after': '1' })) },
  'busy-once-date': {
    outcome: 'answered',
    misbehave: refusingOnce(429, () => ({ 'retry-after': new Date(Date.now() + 1_000).toUTCString() })),
  },
  'error-once': { outcome: 'answered', misbehave: refusingOnce(500) },
  'overloaded-once': { outcome: 'answered', misbehave: refusingOnce(529) },
  flood: {
    outcome: 'cut short',
    hasUnusualUsage: true,
    misbehave: async (exchange) => {
      beginning(exchange);
      await endlessly(exchange, exchange.wire.text(' All is well.'.repeat(500)));
    },
  },

  // What takes longer
  'say-nothing': { outcome: 'told', misbehave: ({ gone }) => gone },
  'headers-only': { outcome: 'told', misbehave: ({ begin }) => begin() },
  'start-only': { outcome: 'told', misbehave: ({ stream, wire }) => stream(wire.start()) },
  stall: { outcome: 'told', misbehave: (exchange) => beginning(exchange) },
  'for-ever': {
    outcome: 'told',
    misbehave: async (exchange) => {
      beginning(exchange);
      for (;;) {
        await exchange.pause(100);
        await exchange.write(exchange.wire.text('…'));
      }
    },
  },
  'cut-at-once': { outcome: 'told', misbehave: ({ response }) => response.destroy() },
  cut: {
    outcome: 'told',
    misbehave: async (exchange) => {
      beginning(exchange);
      await exchange.pause(20);
      exchange.response.destroy();
    },
  },
  'end-early': { outcome: 'told', misbehave: (exchange) => beginning(exchange).end() },
  'error-event': { outcome: 'told', misbehave: (exchange) => beginning(exchange).end(exchange.wire.error()) },
  'error-event-first': { outcome: 'told', misbehave: ({ stream, wire }) => stream(wire.error()).end() },
  error: { outcome: 'told', misbehave: refusing(500) },
  overloaded: { outcome: 'told', misbehave: refusing(529) },
  busy: { outcome: 'told', misbehave: refusing(429) },
  forbidden: { outcome: 'told', misbehave: refusing(401) },
  refused: { outcome: 'told', misbehave: refusing(400) },
  'error-page': {
    outcome: 'told',
    misbehave: ({ response }) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
  },
  'broken-json': {
    outcome: 'told',
    misbehave: (exchange) => beginning(exchange).end(exchange.wire.text('and then').replace('"', '').replace('}', '')),
  },
  'wrong-type': {
    outcome: 'told',
    misbehave: ({ response }) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>'),
  },
  redirect: {
    outcome: 'told',
    misbehave: ({ response, decoyUrl }) => response.writeHead(307, { location: decoyUrl }).end(),
  },
  'finish-without-content': {
    outcome: 'told',
    hasUnusualUsage: true,
    misbehave: ({ stream, wire }) => stream(wire.start(), wire.finish('stop'), wire.trailer()).end(),
  },
  'endless-whitespace': {
    outcome: 'told',
    hasUnusualUsage: true,
    misbehave: async (exchange) => {
      exchange.stream(exchange.wire.start(), exchange.wire.openText());
      await endlessly(exchange, exchange.wire.text(' \n'.repeat(2_000)));
    },
  },
  'blank-lines': {
    outcome: 'told',
    misbehave: async (exchange) => {
      exchange.begin();
      await endlessly(exchange, '\n'.repeat(60_000));
    },
  },
  'endless-event': {
    outcome: 'told',
    misbehave: async (exchange) => {
      exchange.begin();
      await endlessly(exchange, `data: ${'x'.repeat(60_000)}`);
    },
  },
};
