import { describe, expect, test } from 'vitest';
import { createTokenFeed } from './token-feed.ts';

function arrange() {
  const sent: [messageId: string, delta: string, offset: number][] = [];
  const asked: string[] = [];
  const feed = createTokenFeed(
    ({ messageId, delta, offset }) => sent.push([messageId, delta, offset]),
    (messageId) => asked.push(messageId),
  );
  return { feed, sent, asked };
}

describe('the tokens of a connection', () => {
  test('are passed on as they come', () => {
    const { feed, sent } = arrange();
    feed.token('a', 'Good ', 0);
    feed.token('a', 'morning', 5);
    expect(sent).toEqual([
      ['a', 'Good ', 0],
      ['a', 'morning', 5],
    ]);
  });

  test('that were sent before are not sent again, and of those that overlap only what is new', () => {
    const { feed, sent } = arrange();
    feed.token('a', 'Good ', 0);
    feed.token('a', 'Good ', 0);
    feed.token('a', 'Good mor', 0);
    expect(sent.map(([, delta, offset]) => [delta, offset])).toEqual([
      ['Good ', 0],
      ['mor', 5],
    ]);
  });

  test('of somebody who joins in the middle wait for the beginning, which is asked for once', () => {
    const { feed, sent, asked } = arrange();
    feed.token('a', 'ning', 8);
    feed.token('a', '!', 12);
    expect([sent, asked]).toEqual([[], ['a']]);

    feed.token('a', 'Good morning!', 0);
    feed.token('a', ' Welcome.', 13);
    expect(sent).toEqual([
      ['a', 'Good morning!', 0],
      ['a', ' Welcome.', 13],
    ]);
  });

  test('after a gap are asked for again, when an earlier one was filled', () => {
    const { feed, asked } = arrange();
    feed.token('a', 'x', 5);
    feed.token('a', '01234x', 0);
    feed.token('a', 'y', 9);
    expect(asked).toEqual(['a', 'a']);
  });

  test('go on after a restart from where the restart ended', () => {
    const { feed, sent } = arrange();
    feed.token('a', 'Good ', 0);
    feed.restart('a', 'Good mor');
    feed.token('a', 'mor', 5);
    feed.token('a', 'ning', 8);
    expect(sent.slice(1)).toEqual([
      ['a', 'Good mor', 0],
      ['a', 'ning', 8],
    ]);
  });

  test('of an answer that is over are not shown behind its whole text', () => {
    const { feed, sent, asked } = arrange();
    feed.forget('a');
    feed.token('a', 'late', 0);
    feed.token('a', 'later', 9);
    feed.restart('a', 'late');
    expect([sent, asked]).toEqual([[], []]);
  });

  test('of two answers do not mix, and surrogate pairs count as two', () => {
    const { feed, sent } = arrange();
    feed.token('a', '😀', 0);
    feed.token('b', 'B', 0);
    feed.token('a', '!', 2);
    expect(sent).toEqual([
      ['a', '😀', 0],
      ['b', 'B', 0],
      ['a', '!', 2],
    ]);
  });

  test('whose beginning never came ask for it again when something may have been lost', () => {
    const { feed, sent, asked } = arrange();
    feed.token('a', 'ning', 8);
    feed.askAgain();
    feed.token('a', '!', 12);
    feed.token('a', 'Good morning!', 0);
    expect([sent, asked]).toEqual([[['a', 'Good morning!', 0]], ['a', 'a']]);
  });
});
