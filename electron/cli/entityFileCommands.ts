/** `probatum entity import|export`: entities from a file, which is admitted first, and into one. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type ImportReport, InterchangeFormat, TableMapping } from '../../shared/contract/interchange.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import type { CaseId, ExhibitId } from '../../shared/kernel/ids.ts';
import type { Core } from '../core.ts';
import { requireEntityNamed } from './entitiesOfVault.ts';
import { exitCodes } from './exitCodes.ts';
import { tellWhatLeft } from './leavingFile.ts';
import { finishJob, requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine } from './output.ts';
import { type DryRunOptions, tellStays, withDryRun } from './preFlightLines.ts';
import { audienceOption, type SendingOptions, sendingOf } from './sendingOptions.ts';

interface ImportOptions extends VaultOptions {
  case: string;
  mapping?: string;
  sheet?: string;
  headings: boolean;
  json?: boolean;
}

interface ExportOptions extends VaultOptions, SendingOptions, DryRunOptions {
  case: string;
  format: InterchangeFormat;
  out: string;
  entity?: string[];
  json?: boolean;
}

const WRITABLE = InterchangeFormat.options.filter(format => format !== 'dprk-reports' && format !== 'stix');

export function entityFileCommands(entities: Command): void {
  withPassphrase(
    entities
      .command('import <vault> <file>')
      .description(
        'take in FollowTheMoney, CSV, XLSX, GraphML, GEXF, GeoJSON, KML or the DPRK Reports shape; admitted as an exhibit first',
      ),
  )
    .requiredOption('--case <reference>', 'the case')
    .option('--mapping <file>', 'what the columns of a table become, as JSON; otherwise as saved for the same columns')
    .option('--sheet <name>', 'of a workbook; otherwise its first')
    .option('--no-headings', 'the first row of the table is data; columns are called Column A, Column B …')
    .option('--json', 'the report as JSON')
    .action((path: string, file: string, options: ImportOptions) =>
      withVault(path, options, async core => {
        const given = options.mapping === undefined ? null : readMapping(options.mapping);
        const { id: caseId } = requireCaseByReference(core, options.case);
        const exhibitId = await admitOne(core, caseId, file);
        const table = { sheet: options.sheet ?? '', hasHeadings: options.headings };
        const mapping = given ?? (await savedMapping(core, exhibitId, table));
        const { jobId } = await core.dispatcher.run('interchange.import', { caseId, exhibitId, ...table, mapping });
        const state = await finishJob(core, jobId);
        if (state.state === 'failed') {
          process.stderr.write(`${state.error.sentence}\n`);
          process.exitCode = exitCodes.failed;
          return;
        }
        const { importId } = (state.state === 'succeeded' ? state.result : {}) as Partial<ImportReport>;
        const imports = await core.dispatcher.run('interchange.imports', { caseId });
        const report = imports.find(({ id }) => id === importId)?.report;
        if (!report) throw new Error('an import ended without its report');
        if (options.json) printJson(report);
        else printReport(report);
        if (report.problems.length > 0) process.exitCode = exitCodes.someRefused;
      }),
    );

  withDryRun(withPassphrase(entities.command('export <vault>').description('write entities of a case into a file')))
    .requiredOption('--case <reference>', 'the case')
    .addOption(new Option('--format <format>', 'of the file').choices(WRITABLE).default('ftm'))
    .requiredOption('--out <file>', 'where it goes')
    .option('--entity <names...>', 'these only, with what ties them to each other; ids or names')
    .addOption(audienceOption())
    .option('--recipient <name>', 'for whom; stands on record', '')
    .option('--reason <text>', 'why', '')
    .option('--json', 'digest and counts as JSON')
    .action((path: string, options: ExportOptions) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        const named = options.entity;
        const entityIds = named ? await Promise.all(named.map(one => requireEntityNamed(core, one))) : null;
        const { recipient, reason, audience } = sendingOf(options);
        const selection = { caseId, format: options.format, entityIds, audience };
        if (options.dryRun) {
          const preFlight = await core.dispatcher.run('interchange.preFlight', selection);
          tellStays(preFlight, `${preFlight.entityCount} entities, to be handled as ${preFlight.strictestMark}`);
          return;
        }
        const to = core.grants.grant(resolve(options.out));
        const job = await core.dispatcher.run('interchange.export', { ...selection, recipient, reason, to });
        await tellWhatLeft<{ sha256: string; entities: number; leftOut: string[] }>(
          core,
          job,
          options,
          ({ entities: count }) => `${count} entities`,
        );
      }),
    );
}

/** The exhibit that the file became, or is already. */
export async function admitOne(core: Core, caseId: CaseId, file: string): Promise<ExhibitId> {
  const { jobId } = await core.dispatcher.run('exhibit.admit', { caseId, from: [core.grants.grant(resolve(file))] });
  const state = await finishJob(core, jobId);
  const { rows } = await core.dispatcher.run('exhibit.admissions', { jobId, limit: 1 });
  const exhibitId = rows[0]?.exhibitId;
  if (exhibitId) return exhibitId;
  const problem = state.state === 'failed' ? state.error.sentence : (rows[0]?.sentence ?? 'nothing is there');
  throw new ProbatumError('file-unreadable', { path: file, problem });
}

async function savedMapping(
  core: Core,
  exhibitId: ExhibitId,
  table: { sheet: string; hasHeadings: boolean },
): Promise<TableMapping | null> {
  const { mapping } = await core.dispatcher.run('interchange.preview', { exhibitId, ...table });
  if (mapping) process.stderr.write(`With the mapping “${mapping.name}”, saved for these columns\n`);
  return mapping?.mapping ?? null;
}

/** @throws file-unreadable */
function readMapping(path: string): TableMapping {
  let untrusted: unknown;
  try {
    untrusted = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const problem = cause instanceof SyntaxError ? 'it is not JSON' : 'it is not there, or may not be read';
    throw new ProbatumError('file-unreadable', { path, problem }, { cause });
  }
  const parsed = TableMapping.safeParse(untrusted);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ProbatumError('file-unreadable', {
    path,
    problem: `it is no mapping: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  });
}

export function printReport({ rows, entitiesAdded, statementsAdded, statementsKnown, problems }: ImportReport): void {
  for (const { row, sentence } of problems) printLine(row === null ? sentence : `row ${row}: ${sentence}`);
  printLine(
    `${rows} rows: ${entitiesAdded} entities and ${statementsAdded} statements added, ${statementsKnown} statements known, ${problems.length} problems`,
  );
}
