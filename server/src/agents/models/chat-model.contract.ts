import { afterEach, describe, expect, test } from 'vitest';
import type { FakeClock } from '#platform/clock.testing.ts';
import type { ChatModel, ChatRequest, ModelEvent, TokenUsage } from './chat-model.ts';
import { insideUnitOfWork } from './inside-unit-of-work.testing.ts';
import type { ModelErrorKind } from './model-error.ts';

export const question: ChatRequest = { messages: [{ role: 'user', content: 'When do you open?' }], tools: [], settings: {} };

interface Harness {
  model: ChatModel;
  close?(): Promise<void>;
}

/** What holds for every chat model, whatever is behind it. */
export function chatModelContract(name: string, start: () => Promise<Harness>): void {
  describe(`${name} keeps the contract of a chat model`, () => {
    const begin = beginWith(start);

    test('text comes in pieces, and exactly one finish comes last', async () => {
      const { model } = await begin();
      const events = await collect(model);

      expect(textOf(events)).not.toBe('');
      expect(events.filter(({ type }) => type === 'text-delta').length).toBeGreaterThan(1);
      expect(events.filter(({ type }) => type === 'finish')).toHaveLength(1);
      expect(events.at(-1)?.type).toBe('finish');
    });

    test('cancelled before it began, it answers nothing', async () => {
      const { model } = await begin();
      await expect(collect(model, question, AbortSignal.abort())).rejects.toMatchObject({ kind: 'cancelled', retryable: false });
    });

    test('cancelled in the middle, it answers nothing more', async () => {
      const { model } = await begin();
      const controller = new AbortController();
      const seen: ModelEvent[] = [];
      const reading = (async () => {
        for await (const event of model.stream(question, controller.signal)) {
          seen.push(event);
          controller.abort();
        }
      })();

      await expect(reading).rejects.toMatchObject({ kind: 'cancelled' });
      expect(seen).toHaveLength(1);
    });

    test('it refuses to be asked inside a unit of work', async () => {
      const { model } = await begin();
      await insideUnitOfWork(async () => {
        expect(() => model.stream(question, new AbortController().signal)).toThrow('inside a unit of work');
      });
    });
  });
}

/** What the vendor's side does in answer to the next requests. */
export type Behaviour =
  | { does: 'answer'; pieces: string[]; usage?: TokenUsage; cutByLength?: true }
  | { does: 'call-tools'; calls: { id: string; name: string; argumentPieces: string[] }[] }
  | { does: 'fail'; status: number; retryAfterMs?: number; html?: true }
  | { does: 'say-nothing' | 'send-only-headers' | 'cut' | 'end-early' | 'stall-after-a-piece' | 'send-an-error' };

export interface RemoteHarness extends Harness {
  clock: FakeClock;
  behave(behaviour: Behaviour): void;
  /** Resolves when the vendor's side has received a request. */
  requested(): Promise<void>;
  /** Resolves when our side has closed the connection of the request under way. */
  hungUp(): Promise<void>;
}

/** What holds for models behind a network besides; the harness speaks the vendor's protocol. */
export function remoteChatModelContract(name: string, start: () => Promise<RemoteHarness>): void {
  describe(`${name} keeps the contract of a model behind a network`, () => {
    const begin = beginWith(start);

    test('pieces add up to the text, with the tokens that it took', async () => {
      const { model, behave } = await begin();
      const usage = { inputTokens: 11, outputTokens: 3 };
      behave({ does: 'answer', pieces: ['At ', 'eight', '.'], usage });

      expect(await collect(model)).toEqual([
        ...deltas('At ', 'eight', '.'),
        { type: 'finish', reason: 'stop', usage, by: expect.any(String) },
      ]);
    });

    test('an answer that was cut at the token limit says so', async () => {
      const { model, behave } = await begin();
      behave({ does: 'answer', pieces: ['At ei'], cutByLength: true });
      expect((await collect(model)).at(-1)).toMatchObject({ type: 'finish', reason: 'length' });
    });

    test('several tool calls are put together, also when their arguments are not JSON', async () => {
      const { model, behave } = await begin();
      behave({
        does: 'call-tools',
        calls: [
          { id: 'a', name: 'find_slot', argumentPieces: ['{"da', 'y":"mon', 'day"}'] },
          { id: 'b', name: 'find_price', argumentPieces: ['not ', 'JSON'] },
        ],
      });

      expect(await collect(model)).toMatchObject([
        { type: 'tool-call', ordinal: 0, providerCallId: 'a', name: 'find_slot', argumentsText: '{"day":"monday"}' },
        { type: 'tool-call', ordinal: 1, providerCallId: 'b', name: 'find_price', argumentsText: 'not JSON' },
        { type: 'finish', reason: 'tool-calls' },
      ]);
    });

    test('a character that is split over two pieces arrives whole, and nothing arrives that cannot be stored', async () => {
      const { model, behave } = await begin();
      behave({ does: 'answer', pieces: ['a\ud83d', '\ude00b', 'c\0d', 'e\ud83d', 'f', 'g\ud83d'] });
      const events = await collect(model);

      expect(textOf(events)).toBe('a😀bc\uFFFDde\uFFFDfg\uFFFD');
      for (const event of events) if (event.type === 'text-delta') expect(event.delta.isWellFormed()).toBe(true);
    });

    test.each<[string, Behaviour, ModelErrorKind, boolean]>([
      ['refused credentials', { does: 'fail', status: 401 }, 'unauthorized', false],
      ['a refused request', { does: 'fail', status: 400 }, 'rejected', false],
      ['an unknown model', { does: 'fail', status: 404 }, 'rejected', false],
      ['too many requests', { does: 'fail', status: 429 }, 'rate-limited', true],
      ['an overloaded provider', { does: 'fail', status: 503 }, 'overloaded', true],
      ["a gateway's HTML page", { does: 'fail', status: 502, html: true }, 'overloaded', true],
      ['a connection cut in mid-answer', { does: 'cut' }, 'broken-stream', true],
      ['an answer that ends without its end', { does: 'end-early' }, 'broken-stream', true],
      ['an error inside the answer', { does: 'send-an-error' }, 'overloaded', true],
    ])('%s is told apart', async (_what, behaviour, kind, retryable) => {
      const { model, behave } = await begin();
      behave(behaviour);
      await expect(collect(model)).rejects.toMatchObject({ name: 'ModelError', kind, retryable });
    });

    test('the time that a provider asks for is passed on', async () => {
      const { model, behave } = await begin();
      behave({ does: 'fail', status: 429, retryAfterMs: 7_000 });
      await expect(collect(model)).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 7_000 });
    });

    test('an error tells nothing of the conversation', async () => {
      const { model, behave } = await begin();
      behave({ does: 'fail', status: 400 });
      const error: unknown = await collect(model).catch((thrown: unknown) => thrown);
      expect(wholeTextOf(error)).not.toContain('When do you open');
    });

    test('a provider that is not there is unreachable', async () => {
      const { model, close } = await begin();
      await close?.();
      await expect(collect(model)).rejects.toMatchObject({ kind: 'unreachable', retryable: true });
    });

    test.each<Behaviour['does'] & ('say-nothing' | 'send-only-headers' | 'stall-after-a-piece')>([
      'say-nothing',
      'send-only-headers',
      'stall-after-a-piece',
    ])('waiting has an end when the provider does this: %s', async (does) => {
      const { model, behave, clock, requested, hungUp } = await begin();
      behave({ does });
      let pieces = 0;
      const reading = collect(model, question, undefined, () => {
        pieces += 1;
      });
      const failing = expect(reading).rejects.toMatchObject({ kind: 'timeout' });

      await requested();
      if (does === 'stall-after-a-piece') await until(() => pieces === 1);
      await clock.advance(3_600_000);
      await failing;
      await hungUp();
      expect(clock.pendingTimers()).toBe(0);
    });

    test('cancelling hangs up', async () => {
      const { model, behave, clock, hungUp } = await begin();
      behave({ does: 'stall-after-a-piece' });
      const controller = new AbortController();
      const reading = collect(model, question, controller.signal, () => controller.abort());

      await expect(reading).rejects.toMatchObject({ kind: 'cancelled' });
      await hungUp();
      expect(clock.pendingTimers()).toBe(0);
    });

    test('leaving the loop hangs up', async () => {
      const { model, behave, clock, hungUp } = await begin();
      behave({ does: 'stall-after-a-piece' });
      for await (const _event of model.stream(question, new AbortController().signal)) break;

      await hungUp();
      expect(clock.pendingTimers()).toBe(0);
    });

    test('a slow reader is not mistaken for a slow provider', async () => {
      const { model, behave, clock } = await begin();
      behave({ does: 'answer', pieces: ['At ', 'eight'] });
      const events: ModelEvent[] = [];
      for await (const event of model.stream(question, new AbortController().signal)) {
        events.push(event);
        await clock.advance(40_000);
      }
      expect(textOf(events)).toBe('At eight');
    });
  });
}

function beginWith<H extends Harness>(start: () => Promise<H>): () => Promise<H> {
  const started: H[] = [];
  afterEach(async () => {
    for (const harness of started.splice(0)) await harness.close?.();
  });
  return async () => {
    const harness = await start();
    started.push(harness);
    return harness;
  };
}

export async function collect(
  model: ChatModel,
  request = question,
  signal = new AbortController().signal,
  onEvent: (event: ModelEvent) => void = () => {},
): Promise<ModelEvent[]> {
  const events: ModelEvent[] = [];
  for await (const event of model.stream(request, signal)) {
    events.push(event);
    onEvent(event);
  }
  return events;
}

export const textOf = (events: ModelEvent[]) => events.map((event) => (event.type === 'text-delta' ? event.delta : '')).join('');

const deltas = (...texts: string[]): ModelEvent[] => texts.map((delta) => ({ type: 'text-delta', delta }));

function wholeTextOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return `${error.stack} ${JSON.stringify(error)} ${wholeTextOf(error.cause)}`;
}

/** Lets sockets do their work until something has come about; the test's own time limit bounds it. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
