import { type EscalationUrgency, URGENCIES } from '@foyer/contracts/escalations.ts';

export const isMoreUrgent = (one: EscalationUrgency, than: EscalationUrgency): boolean => URGENCIES.indexOf(one) < URGENCIES.indexOf(than);
