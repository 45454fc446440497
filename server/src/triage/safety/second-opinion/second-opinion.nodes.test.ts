import { LLMock } from '@copilotkit/aimock';
import { expect, onTestFinished, test } from 'vitest';
import { startTestApp } from '#test/test-app.ts';
import { createTestDatabase } from '#test/test-database.ts';
import { REPORT_TOOL } from './opinion-prompt.ts';

test('a worker asks the provider, and the emergency text reaches the visitor on another node', async () => {
  const provider = new LLMock({ port: 0, host: '127.0.0.1', logLevel: 'silent' });
  await provider.start();
  const report = JSON.stringify({ urgency: 'emergency', category: 'stroke', quote: 'parking free', about: 'now' });
  const judges = (tools: readonly { function: { name: string } }[] | undefined) =>
    tools?.some((tool) => tool.function.name === REPORT_TOOL) ?? false;
  provider.on({ predicate: ({ tools }) => judges(tools) }, { toolCalls: [{ id: 'call_a', name: REPORT_TOOL, arguments: report }] });
  provider.on({ predicate: ({ tools }) => !judges(tools) }, { content: 'Yes, it is.' });

  const sharedDatabase = await createTestDatabase();
  const env = { OPENAI_BASE_URL: `${provider.url}/v1`, OPENAI_API_KEY: 'test' };
  const web = await startTestApp({ sharedDatabase, env: { ...env, FOYER_ROLE: 'web' } });
  const worker = await startTestApp({ sharedDatabase, env: { ...env, FOYER_ROLE: 'worker' } });
  onTestFinished(async () => {
    await worker.close();
    await web.close();
    await sharedDatabase.close();
    await provider.stop();
  });

  const visitor = await web.visitor();
  await visitor.connect();
  await visitor.say('Is the parking free after six?', 'm1');
  expect(await visitor.frame(({ type }) => type === 'emergency')).toMatchObject({
    text: expect.stringContaining('This may be an emergency.'),
  });
  await visitor.frame((frame) => frame.type === 'escalation' && frame.urgency === 'emergency');
  expect(visitor.problems).toEqual([]);
  const { body } = provider.getRequests().find((request) => judges((request.body as { tools?: never }).tools)) ?? {};
  expect(body).toMatchObject({ temperature: 0, tool_choice: { type: 'function', function: { name: REPORT_TOOL } } });
  visitor.close();
});
