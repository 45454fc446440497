const MAX_STEPS = 20;
const MAX_STEP_LENGTH = 60;

/** `['fields', 0, 'label']` as `fields.0.label`; steps come from the caller, so they are cut to a readable size. */
export function fieldPath(steps: readonly PropertyKey[], prefix = ''): string {
  const shown = steps.slice(0, MAX_STEPS).map((step) => String(step).slice(0, MAX_STEP_LENGTH));
  return [...(prefix === '' ? [] : [prefix]), ...shown].join('.');
}
