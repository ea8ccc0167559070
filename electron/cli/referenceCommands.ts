/** `probatum reference`: the exhibits' records for Zotero and others, out; files of records, in, as proposals that a person decides on. */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { OutputOf } from '../../shared/contract/index.ts';
import type { ReferenceRow } from '../../shared/contract/reference.ts';
import { exhibitNumber } from '../../shared/domain/exhibit.ts';
import { isCertain, ReferenceFormat, textOf } from '../../shared/domain/reference/index.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { ImportId } from '../../shared/kernel/ids.ts';
import type { Core } from '../core.ts';
import { admitOne } from './entityFileCommands.ts';
import { requireNumbered } from './exhibitsOfVault.ts';
import { exitCodes } from './exitCodes.ts';
import { tellWhatLeft } from './leavingFile.ts';
import { finishJob, requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine } from './output.ts';
import { type DryRunOptions, tellStays, withDryRun } from './preFlightLines.ts';
import { requirePrintable } from './printing.ts';
import { audienceOption, type SendingOptions, sendingOf } from './sendingOptions.ts';

interface ExportOptions extends VaultOptions, SendingOptions, DryRunOptions {
  case: string;
  format: ReferenceFormat;
  out: string;
  cited?: boolean;
  exhibit?: string[];
  json?: boolean;
}

interface CaseOptions extends VaultOptions {
  case: string;
  json?: boolean;
}

interface DecideOptions extends CaseOptions {
  import: string;
  exhibit?: string;
  certain?: boolean;
}

const ROWS_AT_ONCE = 1000;

export function referenceCommands(program: Command): void {
  const reference = program
    .command('reference')
    .description('records of exhibits for Zotero and other reference managers: CSL-JSON, RIS, BibTeX');

  withDryRun(
    withPassphrase(reference.command('export <vault>').description('write the records of exhibits into a file')),
  )
    .requiredOption('--case <reference>', 'the case')
    .addOption(new Option('--format <format>', 'of the file').choices(ReferenceFormat.options).default('csl-json'))
    .requiredOption('--out <file>', 'where it goes')
    .option('--cited', 'only exhibits that a finding cites')
    .option('--exhibit <numbers...>', 'these only, such as EX-0001')
    .addOption(audienceOption())
    .option('--recipient <name>', 'for whom; stands in the custody log')
    .option('--reason <text>', 'why')
    .option('--json', 'digest and counts as JSON')
    .action((path: string, options: ExportOptions) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        const exhibitIds = options.exhibit?.map(typed => requireNumbered(core, options.case, typed).id) ?? null;
        const { recipient, reason, audience } = sendingOf(options);
        const which = options.cited ? ('cited' as const) : ('all' as const);
        const selection = { caseId, which, exhibitIds, audience };
        if (options.dryRun) {
          const preFlight = await core.dispatcher.run('reference.preFlight', selection);
          tellStays(preFlight, `${preFlight.goes} records whole, ${preFlight.stays.length} as number and digest only`);
          return;
        }
        const to = core.grants.grant(resolve(options.out));
        const { format } = options;
        const job = await core.dispatcher.run('reference.export', { ...selection, format, recipient, reason, to });
        await tellWhatLeft<{ sha256: string; leftOut: string[]; items: number }>(
          core,
          job,
          options,
          ({ items }) => `${items} records`,
        );
      }),
    );

  withPassphrase(
    reference
      .command('import <vault> <file>')
      .description('read a file of records, admitted as an exhibit first, and propose exhibits for each'),
  )
    .requiredOption('--case <reference>', 'the case')
    .option('--json', 'a JSON line for each record')
    .action((path: string, file: string, options: CaseOptions) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        const exhibitId = await admitOne(core, caseId, file);
        const { jobId } = await core.dispatcher.run('reference.import', { caseId, exhibitId });
        const state = await finishJob(core, jobId);
        if (state.state !== 'succeeded') {
          process.stderr.write(`${state.state === 'failed' ? state.error.sentence : 'It was stopped.'}\n`);
          process.exitCode = exitCodes.failed;
          return;
        }
        const { importId } = state.result as { importId: ImportId };
        await printImport(core, importId, options.json === true);
        const imports = await core.dispatcher.run('reference.imports', { caseId });
        const problems = imports.find(({ id }) => id === importId)?.problems ?? [];
        for (const { row, sentence } of problems)
          process.stderr.write(`${row === null ? '' : `record ${row}: `}${sentence}\n`);
        process.stderr.write(`Decide with: probatum reference accept|reject … --import ${importId} ROW…\n`);
        if (problems.length > 0) process.exitCode = exitCodes.someRefused;
      }),
    );

  withPassphrase(reference.command('list <vault>').description('files that were read, and what of each waits'))
    .requiredOption('--case <reference>', 'the case')
    .option('--json', 'a JSON line for each file')
    .action((path: string, options: CaseOptions) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        for (const one of await core.dispatcher.run('reference.imports', { caseId })) printFile(one, options.json);
      }),
    );

  withPassphrase(reference.command('show <vault> <exhibit>').description('the record of an exhibit, as CSL-JSON'))
    .requiredOption('--case <reference>', 'the case')
    .action((path: string, typed: string, options: CaseOptions) =>
      withVault(path, options, async core => {
        const { id: exhibitId, caseId } = requireNumbered(core, options.case, typed);
        requirePrintable(core, caseId, [exhibitId]);
        printJson((await core.dispatcher.run('reference.ofExhibit', { exhibitId })).item);
      }),
    );

  for (const verb of ['accept', 'reject', 'reopen'] as const)
    withPassphrase(reference.command(`${verb} <vault> [rows...]`).description(DESCRIPTIONS[verb]))
      .requiredOption('--case <reference>', 'the case')
      .requiredOption('--import <id>', 'as `reference import` or `reference list` told it')
      .option('--exhibit <number>', 'accept: for this exhibit, instead of the surest candidate')
      .option('--certain', 'accept: all that a digest, a number, a DOI or an address matches with one exhibit')
      .option('--json', 'the count as JSON')
      .action((path: string, typed: string[], options: DecideOptions) =>
        withVault(path, options, async core => {
          const importId = requireImportId(options.import);
          const rows = await rowsMeant(core, verb, { importId, typed, certain: options.certain === true });
          const count = rows.length === 0 ? 0 : await decide(core, verb, { importId, rows, options });
          if (options.json) printJson({ count });
          else printLine(`${count} ${count === 1 ? 'record' : 'records'}: ${verb}`);
        }),
      );
}

const DESCRIPTIONS = {
  accept: 'take records over for their exhibits; fills what is empty, and keeps the version before',
  reject: 'say that records are of no exhibit here',
  reopen: 'take decisions back; a record that was accepted gives way to the one before it',
};

async function decide(
  core: Core,
  verb: keyof typeof DESCRIPTIONS,
  { importId, rows, options }: { importId: ImportId; rows: number[]; options: DecideOptions },
): Promise<number> {
  if (verb === 'accept') {
    const exhibitId = options.exhibit === undefined ? null : requireNumbered(core, options.case, options.exhibit).id;
    return (await core.dispatcher.run('reference.accept', { importId, rows, exhibitId })).accepted;
  }
  if (verb === 'reject') return (await core.dispatcher.run('reference.reject', { importId, rows })).rejected;
  return (await core.dispatcher.run('reference.reopen', { importId, rows })).reopened;
}

async function rowsMeant(
  core: Core,
  verb: keyof typeof DESCRIPTIONS,
  { importId, typed, certain }: { importId: ImportId; typed: readonly string[]; certain: boolean },
): Promise<number[]> {
  if (certain && verb === 'accept' && typed.length === 0) return certainRows(core, importId);
  if (certain || typed.length === 0)
    throw new ProbatumError('invalid-input', {
      operation: `reference ${verb}`,
      problem: 'name the rows; `--certain` stands in place of them, and with accept alone',
    });
  return typed.map(requireRow);
}

async function certainRows(core: Core, importId: ImportId): Promise<number[]> {
  const found: number[] = [];
  for (let offset = 0; ; offset += ROWS_AT_ONCE) {
    const states = ['proposed' as const];
    const { rows } = await core.dispatcher.run('reference.items', { importId, states, offset, limit: ROWS_AT_ONCE });
    found.push(...rows.filter(({ candidates }) => isCertain(candidates)).map(({ row }) => row));
    if (rows.length < ROWS_AT_ONCE) return found;
  }
}

function printFile(one: OutputOf<'reference.imports'>[number], json = false): void {
  if (json) {
    printJson(one);
    return;
  }
  const counts = Object.entries(one.counts).filter(([, count]) => count > 0);
  const words = counts.map(([state, count]) => `${count} ${state}`);
  if (one.problems?.length) words.push(`${one.problems.length} with problems`);
  printLine(`${one.id}  ${exhibitNumber(one.exhibitNumber)}  ${one.format}  ${words.join(', ')}  ${one.name}`);
}

async function printImport(core: Core, importId: ImportId, json: boolean): Promise<void> {
  for (let offset = 0; ; offset += ROWS_AT_ONCE) {
    const { rows } = await core.dispatcher.run('reference.items', { importId, offset, limit: ROWS_AT_ONCE });
    for (const row of rows) {
      if (json) printJson(row);
      else printLine(`${row.row}  ${row.state.padEnd(9)}  ${candidateWords(row)}  ${titleOf(row)}`);
    }
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

function candidateWords({ candidates: [first, ...others] }: ReferenceRow): string {
  if (!first) return 'no exhibit';
  const more = others.length === 0 ? '' : ` or ${others.length} more`;
  return `${exhibitNumber(first.number)} (${first.reasons.join(', ')})${more}`;
}

function titleOf({ item }: ReferenceRow): string {
  return textOf(item, 'title').slice(0, 80);
}

function requireImportId(typed: string): ImportId {
  const parsed = ImportId.safeParse(typed);
  if (!parsed.success) throw new ProbatumError('not-found', { what: 'import', id: typed });
  return parsed.data;
}

function requireRow(typed: string): number {
  const row = Number(typed);
  if (!Number.isInteger(row) || row < 1)
    throw new ProbatumError('invalid-input', { operation: 'reference', problem: `“${typed}” is no row` });
  return row;
}
