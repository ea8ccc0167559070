/** Where the bundle lies: `dist/`, beside which this file is built as `dist/main/main.js`. */
import { dirname, join } from 'node:path';

const dist = dirname(import.meta.dirname);

export function appFolder(...parts: string[]): string {
  return join(dist, ...parts);
}
