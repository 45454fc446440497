import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Config, readConfig } from './config.ts';

/** The configuration of this process: the environment wins over `.env` in the checkout. @throws {ConfigError} */
export function readEnvironment(): Config {
  const file = fileURLToPath(new URL('../../../.env', import.meta.url));
  if (existsSync(file)) process.loadEnvFile(file);
  return readConfig(process.env);
}
