import { conflict, notFound, unprocessable } from '#platform/errors.ts';

export const escalationNotFound = () => notFound('ESCALATION_NOT_FOUND', 'There is no such escalation.');
export const escalationResolved = () => conflict('ESCALATION_RESOLVED', 'This escalation is resolved; reopen it first.');
export const anotherEscalationOpen = () =>
  conflict('ANOTHER_ESCALATION_OPEN', 'The conversation has another escalation that is not resolved; that one stands for it.');
export const escalationPolicyNotFound = () => notFound('ESCALATION_POLICY_NOT_FOUND', 'There is no such escalation policy.');
export const triggerTaken = (trigger: string, policy: string) =>
  conflict('ESCALATION_TRIGGER_TAKEN', `The policy “${policy}” already applies to ${trigger}.`);
export const channelNotAvailable = (channel: string) =>
  unprocessable('CHANNEL_NOT_AVAILABLE', `Nobody can be told by ${channel} yet: a step may use email only.`);
