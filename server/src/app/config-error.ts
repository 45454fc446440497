import { SetupError } from '#platform/errors.ts';

/** Everything that is wrong with the environment, one line each. */
export class ConfigError extends SetupError {
  override name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration is not valid:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}
