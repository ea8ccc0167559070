/** What goes and what stays, on the terminal: before anything is written, or, with `--dry-run`, instead of writing. */
import type { Command } from 'commander';
import type { InputOf } from '../../shared/contract/index.ts';
import type { DepartureStay } from '../../shared/domain/departure/index.ts';
import { exhibitNumber } from '../../shared/domain/exhibit.ts';
import type { CaseId } from '../../shared/kernel/ids.ts';
import type { Core } from '../core.ts';
import { exitCodes } from './exitCodes.ts';
import { printLine, printTable } from './output.ts';
import { requirePrintable } from './printing.ts';

export interface DryRunOptions {
  dryRun?: boolean;
}

export function withDryRun(command: Command): Command {
  return command.option('--dry-run', 'show what would go, what stays and what speaks against it, and write nothing');
}

/** True where it may be written now. @throws never-leaves */
export async function tellPreFlight(
  core: Core,
  operation: 'report.preFlight' | 'bundle.preFlight' | 'archive.preFlight',
  selection: (InputOf<'bundle.preFlight'> | InputOf<'archive.preFlight'>) & { caseId: CaseId },
  { dryRun }: DryRunOptions,
): Promise<boolean> {
  requirePrintable(core, selection.caseId);
  const { items, stays, concerns } = await core.dispatcher.run(operation, selection);
  // What stops it is said by what is stopped.
  const told = concerns.filter(({ severity }) => severity === 'warn' || (dryRun && severity === 'stop'));
  for (const { name, why } of stays) process.stderr.write(`stays: ${name}, ${why}\n`);
  for (const { sentence } of told) process.stderr.write(`${sentence}\n`);
  if (!dryRun) return true;
  printTable(
    items.map(({ exhibitNumber: number, handlingMark, sizeBytes, title }) => [
      exhibitNumber(number),
      handlingMark,
      operation === 'report.preFlight' ? 'quoted' : String(sizeBytes),
      title,
    ]),
  );
  if (concerns.some(({ severity }) => severity === 'stop')) process.exitCode = exitCodes.failed;
  return false;
}

/** Of a file for other programs, with `--dry-run`: what goes in a line, what stays as for a bundle. Otherwise its job tells the same when it is written. */
export function tellStays(
  { stays, concerns = [] }: { stays: readonly DepartureStay[]; concerns?: readonly string[] },
  goes: string,
): void {
  for (const { name, why } of stays) process.stderr.write(`stays: ${name}, ${why}\n`);
  for (const sentence of concerns) process.stderr.write(`${sentence}\n`);
  printLine(goes);
}
