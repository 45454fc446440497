import { EscalationStep } from '@foyer/contracts/escalation-policies.ts';
import { describe, expect, test } from 'vitest';
import { planLadder } from './ladder.policy.ts';

const OWNERS = [{ kind: 'role' as const, role: 'owner' as const }];
const step = (draft: Record<string, unknown>) => EscalationStep.parse({ notify: OWNERS, ...draft });
const night = (whenDue: 'wait' | 'skip', more = {}) => ({ quietHours: { from: '22:00', to: '07:00', whenDue, ...more } });

/** When which step is taken, such as `1 09:15`. */
function planned(
  steps: EscalationStep[],
  { urgency = 'high', begins = '2026-03-02T09:00:00Z', zone = 'UTC', last = 15 }: Record<string, string | number> = {},
) {
  const plan = planLadder({ steps, exhaustedAfterMinutes: Number(last) }, urgency as 'high', new Date(begins), String(zone));
  return plan.map((entry) => `${entry.kind === 'notify' ? `${entry.step}.${entry.repeat}` : 'end'} ${entry.dueAt.slice(8, 16)}`);
}

describe('what a run of a policy will do', () => {
  test('is every step at its time, with its repetitions, and then the end', () => {
    const steps = [step({ repeat: { everyMinutes: 10, times: 2 } }), step({ afterMinutes: 15 })];
    expect(planned(steps)).toEqual(['1.0 02T09:00', '1.1 02T09:10', '2.0 02T09:15', '1.2 02T09:20', 'end 02T09:35']);
  });

  test('without any step is that nobody took it', () => {
    expect(planned([], { last: 30 })).toEqual(['end 02T09:30']);
  });

  test('waits for the end of quiet hours with the step alone, not with those after it', () => {
    const steps = [step(night('wait')), step({ afterMinutes: 30 })];
    expect(planned(steps, { begins: '2026-03-02T23:00:00Z' })).toEqual(['2.0 02T23:30', '1.0 03T07:00', 'end 03T07:15']);
  });

  test('takes repetitions that wait for the same morning once', () => {
    const steps = [step({ ...night('wait'), repeat: { everyMinutes: 60, times: 3 } })];
    expect(planned(steps, { begins: '2026-03-03T05:00:00Z' })).toEqual(['1.0 03T07:00', '1.1 03T08:00', 'end 03T08:15']);
  });

  test('leaves out what falls into quiet hours, where the policy says so', () => {
    const steps = [step({ ...night('skip'), repeat: { everyMinutes: 60, times: 2 } })];
    expect(planned(steps, { begins: '2026-03-02T21:30:00Z' })).toEqual(['1.0 02T21:30', 'end 02T21:45']);
    expect(planned(steps, { begins: '2026-03-02T23:30:00Z' })).toEqual(['end 02T23:45']);
  });

  test('heeds no quiet hours in an emergency, unless the policy wants that', () => {
    const begins = '2026-03-02T23:00:00Z';
    expect(planned([step(night('skip'))], { begins, urgency: 'emergency' })).toEqual(['1.0 02T23:00', 'end 02T23:15']);
    const even = step(night('wait', { evenEmergencies: true }));
    expect(planned([even], { begins, urgency: 'emergency' })).toEqual(['1.0 03T07:00', 'end 03T07:15']);
  });

  test('counts minutes, not what clocks show, over a change of clocks', () => {
    // New York, 8 March 2026, 01:50: two minutes of 02 do not exist.
    const begins = '2026-03-08T06:50:00Z';
    expect(planned([step({ afterMinutes: 15 })], { begins, zone: 'America/New_York' })).toEqual(['1.0 08T07:05', 'end 08T07:20']);
    expect(planned([step({ afterMinutes: 15, ...night('wait') })], { begins, zone: 'America/New_York' })[0]).toBe('1.0 08T11:00');
  });
});
