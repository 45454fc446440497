import { describe, expect, test } from 'vitest';
import { readVisit, type VisitClues } from './visit.ts';

const visit = (clues: Partial<VisitClues>) =>
  readVisit({ pageUrl: undefined, referrer: undefined, userAgent: undefined, wantsNoTracking: false, ...clues });

describe('of a visit is kept', () => {
  test.each([
    [
      'https://clinic.example/prices?utm_source=mail&patient=77&utm_campaign=may#top',
      'https://clinic.example/prices?utm_source=mail&utm_campaign=may',
    ],
    ['https://ana:secret@clinic.example/', 'https://clinic.example/'],
    ['https://clinic.example/?token=abc', 'https://clinic.example/'],
    [`https://clinic.example/${'x'.repeat(3_000)}`, 'https://clinic.example'],
    ['file:///home/ana/letter.html', null],
    ['not an address', null],
    [undefined, null],
  ])('of the page %s only %s', (pageUrl, kept) => {
    expect(visit({ pageUrl }).pageUrl).toBe(kept);
    expect(visit({ referrer: pageUrl }).referrer).toBe(kept);
  });

  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
      'desktop',
      'Chrome',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
      'desktop',
      'Edge',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'mobile',
      'Safari',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
      'mobile',
      'Chrome',
    ],
    [
      'Mozilla/5.0 (Linux; Android 13; SM-X700) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Safari/537.36',
      'tablet',
      'Samsung Internet',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'desktop', 'Firefox'],
    ['curl/8.5.0', 'desktop', null],
  ])('of %s the kind of device and the browser', (userAgent, deviceClass, browser) => {
    expect(visit({ userAgent })).toMatchObject({ userAgent, deviceClass, browser });
  });

  test('nothing at all for who does not want it', () => {
    const kept = visit({
      pageUrl: 'https://clinic.example/',
      referrer: 'https://search.example/',
      userAgent: 'Firefox/1',
      wantsNoTracking: true,
    });
    expect(Object.values(kept)).toEqual([null, null, null, null, null]);
  });
});
