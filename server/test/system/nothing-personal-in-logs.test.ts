import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendFiles, switchAttachments, upload } from '#channels/web-chat/visitor-files.testing.ts';
import { createLogger } from '#platform/telemetry/logger.ts';
import { lastUserText, saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';

/** What people are and write, each unlike anything else, so that it is found wherever it got to. */
const SEEDS = {
  name: 'Zorabelle Quimbrough',
  email: 'zorabelle.quimbrough@example.com',
  phone: '+1 212 555 0177',
  message: 'xylocarpous marzipan',
  answer: 'perspicacious walrus',
  fieldValue: 'bathysphere ocarina',
  fileName: 'quizzaciously-mine',
  password: 'swordfish-umbrella-quartz',
  wrongPassword: 'not-the-swordfish',
  query: 'ultracrepidarian',
  ticket: 'kerfuffle-of-mine',
};

const lines: string[] = [];
const secrets: Record<string, string> = {};
let desk: TestApp;

beforeAll(async () => {
  const logger = createLogger({ level: 'debug', format: 'json', write: (line) => void lines.push(line) });
  const models = scriptedModels((request) => {
    // Providers tell what they were asked in what goes wrong.
    if (lastUserText(request).includes('fail')) throw new Error(`The provider could not read “${lastUserText(request)}”.`);
    return saying(SEEDS.answer);
  });
  desk = await startTestApp({ logger, models, env: { FOYER_METRICS_TOKEN: 'metrics-token-of-tests', FOYER_REGISTRATION: 'open' } });
});
afterAll(() => desk.close());

test('what people are, write and sign in with reaches neither the log nor the metrics', async () => {
  const { tenantId, app } = await desk.tenant('clinic');
  await switchAttachments(desk, app.id, true);
  const as = { as: desk.admin, headers: { 'x-tenant-id': tenantId } };
  const { email, password, name } = SEEDS;

  // Accounts, with right and wrong passwords, codes and tokens.
  await desk.call('POST', '/auth/register', { body: { email, name, password } });
  await desk.call('POST', '/auth/verify-email', { body: { email, code: '000000' } });
  await desk.call('POST', `/tenants/${tenantId}/invitations`, { ...as, body: { email } });
  await desk.call('POST', '/auth/login', { body: { email, password: SEEDS.wrongPassword } });
  await desk.call('POST', '/auth/otp/send', { body: { email } });
  await desk.call('POST', '/auth/forgot-password', { body: { email } });
  await desk.call('POST', '/auth/login', { body: { email, password: [SEEDS.wrongPassword] } });
  secrets.accessToken = desk.admin;
  secrets.apiKey = app.apiKey;
  secrets.identitySecret = app.identitySecret;
  await desk.call('GET', '/tickets', { headers: { 'x-api-key': app.apiKey } });
  await desk.call('GET', `/widget/events?token=${desk.admin}`);
  await desk.call('GET', `/auth/me/${SEEDS.query}?q=${SEEDS.query}`, { as: `${desk.admin}x` });

  // A visit, with what goes wrong in it.
  const visitor = await desk.visitor(app.projectId, { metadata: { preChat: { name, email, phone: SEEDS.phone }, note: SEEDS.message } });
  secrets.widgetToken = visitor.session.token;
  await visitor.connect();
  await visitor.answer((await visitor.say(`${SEEDS.message}: my name is ${name}.`, 'first')).seq);
  const { fileId } = await upload(desk, visitor, `${SEEDS.fileName}.txt`, SEEDS.message);
  await upload(desk, visitor, `${SEEDS.fileName}.exe`, `MZ${SEEDS.message}`);
  await sendFiles(visitor, SEEDS.message, [fileId]);
  visitor.send({ type: 'user_message', content: SEEDS.message, nonsense: SEEDS.message });
  await visitor.say(`${SEEDS.message}, and fail`, 'failing');
  await expect.poll(() => lines.some((line) => line.includes('"level":"warn"') || line.includes('"level":"error"'))).toBe(true);
  await visitor.say(`My father cannot breathe, ${SEEDS.message}`, 'urgent');

  // The team, with bodies that are refused and that are not.
  await desk.call('POST', '/tickets', { ...as, body: { subject: SEEDS.ticket, nonsense: SEEDS.ticket } });
  await desk.call('POST', '/tickets', { ...as, body: { subject: SEEDS.ticket } });
  await desk.call('GET', `/tickets?q=${SEEDS.ticket}`, as);
  await fetch(`${desk.url}/api/v1/tickets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.admin}`, 'content-type': 'application/json' },
    body: `{"subject": "${SEEDS.ticket}"`,
  });
  visitor.close();

  const metrics = await (await fetch(`${desk.url}/metrics`, { headers: { authorization: 'Bearer metrics-token-of-tests' } })).text();
  expect(lines.length).toBeGreaterThan(20);
  expect(metrics).toContain('process_cpu_user_seconds_total');
  const found = Object.entries({ ...SEEDS, ...secrets }).flatMap(([what, text]) => [
    ...lines.filter((line) => line.includes(text)).map((line) => `${what} in the log: ${line.slice(0, 300)}`),
    ...(metrics.includes(text) ? [`${what} in the metrics`] : []),
  ]);
  expect(found).toEqual([]);
});
