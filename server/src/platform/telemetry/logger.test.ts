import { describe, expect, test } from 'vitest';
import { createLogger } from './logger.ts';
import { createMetrics } from './metrics.ts';

function logger(format: 'json' | 'lines' = 'json', level: 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'debug') {
  const written: string[] = [];
  const log = createLogger({ level, format, write: (line) => void written.push(line) });
  return { log, text: () => written.join(''), last: () => JSON.parse(written.at(-1) ?? '{}') as Record<string, unknown> };
}

describe('a log line', () => {
  test('is one JSON object with level, time, message and fields', () => {
    const { log, last } = logger();
    log.child({ job: 'sweep' }).info('Job done', { durationMs: 3, at: new Date(0) });
    expect(last()).toEqual({
      level: 'info',
      time: expect.any(String),
      job: 'sweep',
      durationMs: 3,
      at: '1970-01-01T00:00:00.000Z',
      msg: 'Job done',
    });
  });

  test('is short on a terminal', () => {
    const { log, text } = logger('lines');
    log.warn('Queue is long', { queue: 'mail', sizes: [1, 2] });
    expect(text()).toMatch(/^\d\d:\d\d:\d\d\.\d{3} WARN {2}Queue is long {2}queue=mail sizes=\[1,2\]\n$/);
  });

  test('is not written below the level, and never when silent', () => {
    const quiet = logger('json', 'warn');
    quiet.log.info('Not this');
    quiet.log.error('This');
    expect(quiet.text().trim().split('\n')).toHaveLength(1);
    const silent = logger('json', 'silent');
    silent.log.error('Nothing');
    expect(silent.text()).toBe('');
  });

  test('has no secret and nothing personal, however it is called and however deep', () => {
    const { log, text } = logger();
    const hidden = 'hunter2';
    log.info('Things', {
      Authorization: hidden,
      'x-api-key': hidden,
      api_key: hidden,
      apiKey: hidden,
      refreshToken: hidden,
      nested: { list: [{ passwordHash: hidden, content: { blocks: [hidden] }, email: hidden, phoneNumber: hidden }] },
      code: '123456',
      bytes: Buffer.from(hidden),
      url: `https://user:${hidden}@example.org/path?ticket=${hidden}`,
      note: `wrote to ada@example.org and +15551234567 with sk_${hidden}${hidden}`,
    });
    log.child({ cookie: hidden }).info('More');
    expect(text()).not.toMatch(/hunter2|123456|ada@|5551234/);
  });

  test('keeps ids, codes and counts', () => {
    const { log, last } = logger();
    log.info('Turn done', { turnId: '01a', code: 'PROVIDER_ERROR', outputTokens: 7, isOn: true, nothing: null });
    expect(last()).toMatchObject({ turnId: '01a', code: 'PROVIDER_ERROR', outputTokens: 7, isOn: true, nothing: null });
  });

  test('survives values that cannot be written', () => {
    const { log, last } = logger();
    const loop: Record<string, unknown> = { count: 10n, run: () => undefined };
    loop.self = loop;
    log.info('Odd', { loop });
    expect(last()).toMatchObject({ loop: { count: '10', run: '[function]' } });
  });
});

describe('an error in a log', () => {
  const described = (error: Error) => {
    const { log, last, text } = logger();
    log.error('Failed', { error });
    return { error: last().error as Record<string, unknown>, text: text() };
  };

  test('says code, place and cause, but not the message, which may quote what people wrote', () => {
    const cause = Object.assign(new Error('Key (email)=(ada@example.org) already exists'), { code: '23505', constraint: 'people_email' });
    const { error, text } = described(new Error('Failed query\nparams: hunter2 at home:1:2', { cause }));
    expect(error).toMatchObject({ kind: 'Error', cause: { errorCode: '23505', constraint: 'people_email' } });
    expect((error.stack as string[])[0]).toMatch(/^at .*logger\.test\.ts:\d+:\d+\)?$/);
    expect(text).not.toMatch(/ada@|hunter2|Failed query/);
  });

  test('keeps the messages of the language and of the system, without values', () => {
    expect(described(new TypeError("Cannot read properties of undefined (reading 'id')")).error.message).toContain("reading 'id'");
    expect(described(new TypeError('"hunter2" is an invalid header value. Received type string (hunter2)')).text).not.toContain('hunter2');
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED', syscall: 'connect', errno: -111 });
    expect(described(refused).error).toMatchObject({ errorCode: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:1' });
  });

  test('a cause that is its own cause ends', () => {
    const error = new Error('round');
    error.cause = error;
    expect(described(error).error.kind).toBe('Error');
  });
});

test('each app counts for itself', async () => {
  const [one, other] = [createMetrics({ ofProcess: false }), createMetrics({ ofProcess: true })];
  one.counter('turns_total', 'Turns', ['outcome']).increase({ outcome: 'done' }, 2);
  other.counter('turns_total', 'Turns', ['outcome']).increase({ outcome: 'done' });
  const open = one.gauge('sockets', 'Open sockets', ['kind']);
  open.set({ kind: 'chat' }, 5);
  open.change({ kind: 'chat' }, -2);
  expect(await one.render()).toContain('turns_total{outcome="done"} 2');
  expect(await one.render()).toContain('sockets{kind="chat"} 3');
  expect(await one.render()).not.toContain('process_cpu');
  expect(await other.render()).toContain('process_cpu');
});
