/**
 * The widget's command, as any page has it: calls wait in a queue until the widget is there.
 * @typedef {{ (...args: unknown[]): void, q?: ArrayLike<unknown>[] }} Foyer
 */

/** @type {Window & { foyer?: Foyer }} */
const page = window;

page.foyer ??= Object.assign(
  /** @param {unknown[]} args */ (...args) => {
    const { foyer } = page;
    if (foyer) foyer.q = [...(foyer.q ?? []), args];
  },
  { q: [] },
);

/** @param {string} command @param {unknown[]} args */
export function foyer(command, ...args) {
  page.foyer?.(command, ...args);
}
