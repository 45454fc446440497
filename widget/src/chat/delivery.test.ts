import type { ClientFrame } from '@foyer/contracts/chat-socket.ts';
import { describe, expect, test } from 'vitest';
import { createDelivery } from './delivery.ts';
import { testEnvironment } from './environment.testing.ts';

function arrange(isOpen = true) {
  const environment = testEnvironment();
  const sent: string[] = [];
  const line = { isOpen };
  const delivery = createDelivery(environment, (frame: ClientFrame) => {
    if (line.isOpen && frame.type === 'user_message') sent.push(frame.content);
    return line.isOpen;
  });
  const idOf = (content: string) => delivery.unsent.value.find((message) => message.content === content)?.clientMessageId ?? '';
  return { environment, delivery, sent, line, idOf };
}
const error = (code: 'INTERNAL' | 'INVALID_MESSAGE', clientMessageId: string) => ({
  type: 'error' as const,
  code,
  message: '',
  clientMessageId,
});

describe('messages that are not acknowledged', () => {
  test('are sent again after a while, under the same id, and no more once they are', () => {
    const { environment, delivery, sent, idOf } = arrange();
    delivery.send('one', []);
    expect(sent).toEqual(['one']);
    environment.pass(9_000);
    expect(sent).toEqual(['one']);
    environment.pass(3_000);
    expect(sent).toEqual(['one', 'one']);
    expect(delivery.settle(idOf('one'))).toMatchObject({ content: 'one' });
    environment.pass(60_000);
    expect(sent).toEqual(['one', 'one']);
    expect(environment.stored.size).toBe(0);
  });

  test('wait without a connection, and go in their order when it is there', () => {
    const { delivery, sent, line } = arrange(false);
    delivery.send('one', []);
    delivery.send('two', []);
    expect(sent).toEqual([]);
    line.isOpen = true;
    delivery.flush();
    expect(sent).toEqual(['one', 'two']);
  });

  test('hold up those behind them where the server asks to wait', () => {
    const { environment, delivery, sent, idOf } = arrange();
    delivery.send('one', []);
    expect(delivery.refuse(error('INTERNAL', idOf('one')))).toBe(true);
    delivery.send('two', []);
    expect(sent).toEqual(['one']);
    environment.pass(5_000);
    expect(sent.slice(0, 3)).toEqual(['one', 'one', 'two']);
  });

  test('that the server will never take are kept as failed, until they are tried again or thrown away', () => {
    const { environment, delivery, sent, idOf } = arrange();
    delivery.send('one', []);
    delivery.refuse(error('INVALID_MESSAGE', idOf('one')));
    environment.pass(60_000);
    expect([sent, delivery.unsent.value[0]?.failure]).toEqual([['one'], 'INVALID_MESSAGE']);
    delivery.retry(idOf('one'));
    expect([sent, delivery.unsent.value[0]?.failure]).toEqual([['one', 'one'], undefined]);
    expect(delivery.refuse(error('INVALID_MESSAGE', 'nobody’s'))).toBe(false);
  });

  test('of another tab are shown, and sent from here when that tab does not', () => {
    const { environment, delivery, sent } = arrange();
    const name = 'out:theirs';
    environment.store.set(name, JSON.stringify({ clientMessageId: 'theirs', content: 'from there', attachments: [], at: 1 }));
    delivery.onChange(name);
    expect(delivery.unsent.value).toHaveLength(1);
    expect(sent).toEqual([]);
    environment.pass(12_000);
    expect(sent).toEqual(['from there']);
  });

  test('that another tab has settled are told to whoever gets the acknowledgement here', () => {
    const { environment, delivery, idOf } = arrange();
    delivery.send('one', []);
    const id = idOf('one');
    environment.store.remove(`out:${id}`);
    delivery.onChange(`out:${id}`);
    expect(delivery.settle(id)).toMatchObject({ content: 'one' });
  });
});
