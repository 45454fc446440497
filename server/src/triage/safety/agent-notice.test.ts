import { expect, test } from 'vitest';
import type { MessageRedFlags } from '#messaging/messages/messages.tables.ts';
import { agentNotice } from './agent-notice.ts';

const flags = (urgency: MessageRedFlags['urgency'], category: string): MessageRedFlags => ({
  urgency,
  rulesVersion: 1,
  matches: [{ category, ruleId: 'the-tenants-own-words', urgency, quote: 'what was written' }],
});

test('nothing is said where nothing was found', () => {
  expect(agentNotice([])).toBeUndefined();
  expect(agentNotice([null, null])).toBeUndefined();
});

test('the worst of several messages decides, and the categories of all are named once', () => {
  const notice = agentNotice([flags('urgent', 'infection'), null, flags('emergency', 'cardiac'), flags('urgent', 'infection')]);
  expect(notice).toContain('may tell of an emergency (infection, cardiac)');
  expect(notice).toContain('no diagnosis and no doses');
});

test('something urgent does not speak of an emergency text that nobody was shown', () => {
  const notice = agentNotice([flags('urgent', 'infection')]);
  expect(notice).toContain('may need medical attention today (infection)');
  expect(notice).not.toContain('already been shown');
});

test('neither what was written nor the names of rules reach the agent by it', () => {
  expect(agentNotice([flags('emergency', 'cardiac')])).not.toMatch(/what was written|the-tenants-own-words/);
});
