import type { EscalationPolicy } from '@foyer/contracts/escalation-policies.ts';

/** Holds for every trigger that no policy of the tenant names, as long as none of them is the default: nobody is left waiting unseen. */
export const BUILT_IN_POLICY = {
  id: null,
  name: 'Built-in',
  isDefault: true,
  triggers: [],
  steps: [
    {
      notify: [
        { kind: 'role', role: 'owner' },
        { kind: 'role', role: 'admin' },
        { kind: 'role', role: 'agent' },
      ],
      channel: 'email',
      afterMinutes: 0,
      repeat: { everyMinutes: 15, times: 2 },
      quietHours: null,
    },
  ],
  agentBehaviour: 'reassure',
  reassureEveryMinutes: 5,
  exhaustedAfterMinutes: 15,
  version: 1,
  createdAt: null,
  updatedAt: null,
} as const satisfies DeepReadonly<EscalationPolicy>;

type DeepReadonly<T> = { readonly [Key in keyof T]: DeepReadonly<T[Key]> };
