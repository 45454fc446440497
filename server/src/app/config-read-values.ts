import { VARIABLES, type Values } from './config-variables.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment's values as their declarations have them, and what is wrong with the others. An empty text is the same as none. */
export function readValues(environment: Environment): { values: Values; problems: string[] } {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(VARIABLES)) {
    const given = environment[name]?.trim();
    if (given === undefined || given === '') continue;
    const parsed = variable.parse(given);
    if ('value' in parsed) values[name] = parsed.value;
    else problems.push(`${name} ${parsed.problem}.`);
  }
  // Each value comes from the declaration of its own name, which is what `Values` says.
  return { values: values as Values, problems: [...problems, ...unknownNames(environment)] };
}

/** A mistyped name would otherwise be ignored without a word. `FOYER_TEST_…` belongs to the test suite, whose servers inherit it. */
function unknownNames(environment: Environment): string[] {
  const names = Object.keys(VARIABLES).filter((name) => name.startsWith('FOYER_'));
  return Object.keys(environment)
    .filter((name) => name.startsWith('FOYER_') && !name.startsWith('FOYER_TEST_') && !names.includes(name))
    .filter((name) => (environment[name] ?? '').trim() !== '')
    .map((name) => `${name} is not a variable of Foyer; did you mean ${nearest(name, names)}?`);
}

const nearest = (name: string, candidates: readonly string[]): string =>
  candidates.toSorted((a, b) => editDistance(name, a) - editDistance(name, b))[0] ?? name;

/** How many letters have to be put in, taken out or changed to get from one word to the other. */
export function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...to].entries()) {
      const changed = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(changed, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
