// `npm start` and `npm test` begin in whatever Node is there: from 20.19 on, which does not read TypeScript.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const buildFolder = fileURLToPath(new URL('../../build', import.meta.url));

test('no script of the build imports TypeScript before the project’s own Node runs', () => {
  const scripts = readdirSync(buildFolder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.mjs'));
  expect(scripts.length).toBeGreaterThan(20);
  const imports = scripts.filter(name =>
    /^(?:import|export)\b[^;]*?from\s*['"][^'"]+\.ts['"]|^import\s*['"][^'"]+\.ts['"]/m.test(
      readFileSync(join(buildFolder, name), 'utf8'),
    ),
  );
  expect(imports).toEqual([]);
});
