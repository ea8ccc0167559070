import { axeFindings } from './axe.ts';
import type { RunningApp } from './launchApp.ts';
import { LOOKS } from './places.ts';

/** Where pictures go, if somebody wants to look at them. */
export const shots = process.env['PROBATUM_SHOTS'];

/**
 * A look at the window, with axe: each in the next theme or size, so that every view takes one and no view takes all four. Where
 * somebody wants pictures, each is taken in all of them.
 */
export function lookInTurn(): (run: RunningApp, name: string) => Promise<void> {
  let looks = 0;
  return async (run, name) => {
    const inTurn = LOOKS[looks++ % LOOKS.length];
    for (const { size, theme } of shots ? LOOKS : LOOKS.filter(one => one === inTurn)) {
      await run.resize(size);
      await run.theme(theme);
      await run.picture(`${name}-${size}-${theme}`);
    }
    const findings = await axeFindings(run.page);
    if (findings.length > 0) throw new Error(`axe on ${name}: ${JSON.stringify(findings)}`);
  };
}
