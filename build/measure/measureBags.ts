/**
 * Our verifier against a conformance suite of bags, whose folders carry the verdict: VERSION/valid, VERSION/warning (valid, with
 * a warning), VERSION/invalid, and linux-only or windows-only, which hold paths that would leave the bag on such a system.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BagVerdict, verifyBag } from '../../electron/bag/index.ts';

const CLASSES = ['valid', 'warning', 'invalid', 'linux-only', 'windows-only'] as const;
type BagClass = (typeof CLASSES)[number];

export interface BagMeasure {
  bag: string;
  expected: BagClass;
  agrees: boolean;
  found: string;
}

export async function measureBags(suite: string): Promise<BagMeasure[]> {
  const measured: BagMeasure[] = [];
  for (const version of foldersIn(suite)) {
    for (const expected of CLASSES.filter(name => foldersIn(join(suite, version)).includes(name))) {
      for (const name of foldersIn(join(suite, version, expected))) {
        const verdict = await verifyBag(join(suite, version, expected, name));
        const bag = `${version}/${expected}/${name}`;
        measured.push({ bag, expected, agrees: agrees(expected, verdict), found: shortly(verdict) });
      }
    }
  }
  if (measured.length === 0) throw new Error(`${suite} holds no bags by version and verdict`);
  return measured;
}

/** That MD5 is weak is our own warning: the suite calls such bags valid. */
function agrees(expected: BagClass, { ok, problems, warnings }: BagVerdict): boolean {
  const warned = warnings.some(({ code }) => code !== 'algorithm-weak');
  if (expected === 'valid') return ok;
  if (expected === 'warning') return ok && warned;
  if (expected === 'invalid') return !ok;
  return problems.some(({ code }) => code === 'path-unsafe');
}

function shortly({ ok, problems, warnings }: BagVerdict): string {
  const codes = [...new Set((ok ? warnings : problems).map(({ code }) => code))].join(', ');
  return [ok ? 'valid' : 'not valid', codes].filter(Boolean).join(': ');
}

export function printBags(suite: string, measured: readonly BagMeasure[]): void {
  const agreed = measured.filter(({ agrees }) => agrees).length;
  console.log(`Bags in ${suite}: ${measured.length}; we agree on ${agreed}.`);
  for (const name of CLASSES) {
    const ofClass = measured.filter(({ expected }) => expected === name);
    console.log(`  ${name.padEnd(12)} ${ofClass.filter(({ agrees }) => agrees).length} of ${ofClass.length}`);
  }
  for (const { bag, found, agrees } of measured) if (!agrees) console.log(`  we differ: ${bag} was found ${found}`);
  if (agreed < measured.length) process.exitCode = 1;
}

function foldersIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
}
