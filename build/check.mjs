#!/usr/bin/env node
// `npm run check`: the type check against both Electrons, and the lint. No tests.
import { runCommand } from './commandLine.mjs';
import { ensureInstalledAndCurrent } from './ensure.mjs';
import { lint } from './lint.mjs';
import { say } from './processes.mjs';
import { typecheck } from './typecheck.mjs';

await runCommand(async () => {
  await ensureInstalledAndCurrent();
  const steps = [...(await typecheck()), await lint()];
  for (const { name, outcome, detail } of steps) {
    say(`${outcome}: ${name}`);
    if (detail) say(detail);
  }
  return steps.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
});
