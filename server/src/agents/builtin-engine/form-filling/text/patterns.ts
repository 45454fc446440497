const GLOBAL = new WeakMap<RegExp, RegExp>();

/** The same pattern for finding all its places. */
export function everywhere(pattern: RegExp): RegExp {
  const known = GLOBAL.get(pattern);
  if (known) return known;
  const made = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`);
  GLOBAL.set(pattern, made);
  return made;
}
