import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/test-app.ts';

const RULE = {
  name: 'Burst stitches',
  category: 'injury',
  urgency: 'urgent',
  phrases: ['stitches open*|burst', 'puntos & abrieron|abiertos'],
  examples: ['my stitches opened last night', 'se me abrieron los puntos'],
};

let product: TestApp;
beforeAll(async () => {
  product = await startTestApp();
});
afterAll(() => product.close());

const callOf =
  (tenantId: string) =>
  (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    product.call(method, path, {
      as: product.admin,
      headers: { 'x-tenant-id': tenantId, ...headers },
      ...(body !== undefined && { body }),
    });

describe('red-flag rules of a tenant', () => {
  test('are tried beside the built-in ones, for this tenant alone, until they are switched off', async () => {
    const clinic = callOf((await product.tenant('stitch-clinic')).tenantId);
    const bakery = callOf((await product.tenant('stitch-bakery')).tenantId);
    const screen = async (call: typeof clinic) => (await call('POST', '/red-flags/screen', { text: 'hi, the stiches have burst' })).body;
    expect((await screen(clinic)).matches).not.toContainEqual(expect.objectContaining({ quote: 'stiches have burst' }));

    const made = await clinic('POST', '/red-flag-rules', RULE);
    expect(made.status).toBe(201);
    expect((await screen(clinic)).matches).toContainEqual({ category: 'injury', ruleId: made.body.id, quote: 'stiches have burst' });
    expect((await screen(bakery)).matches).not.toContainEqual(expect.objectContaining({ ruleId: made.body.id }));

    await clinic('PATCH', `/red-flag-rules/${made.body.id}`, { isActive: false });
    expect((await screen(clinic)).matches).not.toContainEqual(expect.objectContaining({ ruleId: made.body.id }));
    expect((await clinic('DELETE', `/red-flag-rules/${made.body.id}`)).status).toBe(204);
    expect((await clinic('GET', '/red-flag-rules')).body.items).toEqual([]);
  });

  test('are refused when a phrase cannot be read or an example is not found, and it is said which', async () => {
    const call = callOf((await product.tenant('strict')).tenantId);
    const problems = async (change: object) => (await call('POST', '/red-flag-rules', { ...RULE, ...change })).body.errors;
    expect(await problems({ phrases: ['stitches', '(a+)+$'] })).toMatchObject([{ path: 'phrases.1' }]);
    expect(await problems({ phrases: ['st*'] })).toMatchObject([
      { path: 'phrases.0', message: expect.stringContaining('at least 3 letters') },
    ]);
    expect(await problems({ phrases: ['@pain'] })).toMatchObject([{ path: 'phrases.0' }]);
    expect(await problems({ examples: ['stitches burst', 'good morning'] })).toMatchObject([{ path: 'examples.1' }]);
    expect(await problems({ category: 'weather' })).toMatchObject([{ path: 'category' }]);
  });

  test('have names of their own, and change only as they were read', async () => {
    const call = callOf((await product.tenant('names')).tenantId);
    const first = await call('POST', '/red-flag-rules', RULE);
    expect((await call('POST', '/red-flag-rules', RULE)).body).toMatchObject({ status: 409, code: 'RED_FLAG_RULE_NAME_TAKEN' });
    const path = `/red-flag-rules/${first.body.id}`;
    const etag = (await call('GET', path)).headers.get('etag') ?? '';
    expect((await call('PATCH', path, { urgency: 'emergency' }, { 'if-match': etag })).body.urgency).toBe('emergency');
    expect((await call('PATCH', path, { urgency: 'urgent' }, { 'if-match': etag })).status).toBe(412);
  });
});
