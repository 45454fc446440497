import type { EscalationTrigger, EscalationUrgency } from '@foyer/contracts/escalations.ts';

/** As what a red flag calls for a person. */
export const callOf = (urgency: 'emergency' | 'urgent'): { trigger: EscalationTrigger; urgency: EscalationUrgency } =>
  urgency === 'emergency' ? { trigger: 'emergency-words', urgency: 'emergency' } : { trigger: 'high-priority-words', urgency: 'high' };
