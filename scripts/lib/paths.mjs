import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout, wherever it lies and whatever folder we are called from. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
