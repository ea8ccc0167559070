/** `probatum recognise`, and what `probatum import --ocr` does after it has admitted: the words of scanned pages. */
import type { Command } from 'commander';
import type { RecognitionRow } from '../../shared/contract/recognition.ts';
import { exhibitNumber } from '../../shared/domain/exhibit.ts';
import { ModelName, modelWords, readModels } from '../../shared/domain/recognition.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import type { CaseId, ExhibitId } from '../../shared/kernel/ids.ts';
import type { Core } from '../core.ts';
import { exitCodes } from './exitCodes.ts';
import { requireNumbered } from './exhibitsOfVault.ts';
import { finishJob, requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine } from './output.ts';
import { readPassphrase } from './passphrase.ts';

interface RecogniseOptions extends VaultOptions {
  case: string;
  exhibit?: string[];
  models?: string;
  allPages?: boolean;
  passwordFile?: string;
  json?: boolean;
}

export const modelsHelp = ModelName.options.map(name => `${name} (${modelWords[name]})`).join(', ');

export function recogniseCommand(program: Command): void {
  withPassphrase(
    program
      .command('recognise <vault>')
      .description('recognise the words of scanned pages (OCR); what was begun and stopped goes on where it was'),
  )
    .requiredOption('--case <reference>', 'the case')
    .option('--exhibit <numbers...>', 'these exhibits; otherwise all with pages that have no text or a garbled one')
    .option('--models <names>', `languages, the most likely first: ${modelsHelp}; otherwise as suggested`)
    .option('--all-pages', 'pages that have a text layer, too')
    .option('--password-file <file>', 'the password of protected documents, from this file’s first line')
    .option('--json', 'a JSON line for each exhibit')
    .action((path: string, options: RecogniseOptions) =>
      withVault(path, options, async core => {
        const models = options.models === undefined ? 'suggested' : requireModels(options.models);
        const { id: caseId } = requireCaseByReference(core, options.case);
        const numbers = options.exhibit?.map(number => requireNumbered(core, options.case, number).id);
        const password = options.passwordFile ? await readPassphrase(options.passwordFile) : undefined;
        await recognise(core, caseId, {
          exhibitIds: numbers ?? 'needed',
          models,
          pages: options.allPages ? 'all' : 'needed',
          password,
          json: options.json ?? false,
        });
      }),
    );
}

/** @throws invalid-input for a name that no model has */
export function requireModels(typed: string): ModelName[] {
  const { models, unknown } = readModels(typed);
  if (unknown.length === 0 && models.length > 0) return models;
  const problem =
    unknown.length > 0 ? `there is no model “${unknown.join(', ')}”; there are ${modelsHelp}` : 'no model is named';
  throw new ProbatumError('invalid-input', { operation: 'recognise', problem });
}

export interface RecogniseRequest {
  exhibitIds: 'needed' | ExhibitId[];
  models: 'suggested' | ModelName[];
  pages: 'needed' | 'all';
  password?: string;
  json: boolean;
}

export async function recognise(core: Core, caseId: CaseId, { json, ...request }: RecogniseRequest): Promise<void> {
  const { jobId } = await core.dispatcher.run('recognition.start', { caseId, ...request });
  const state = await finishJob(core, jobId);
  const rows = await core.dispatcher.run('recognition.outcomes', { jobId });
  for (const row of rows) {
    if (json) printJson(row);
    else printLine(describe(row));
  }
  const pages = rows.reduce((sum, row) => sum + row.pages, 0);
  process.stderr.write(`${pages} ${pages === 1 ? 'page' : 'pages'} recognised\n`);
  if (state.state === 'failed') {
    process.stderr.write(`${state.error.sentence}\nGo on with: probatum recognise\n`);
    process.exitCode = exitCodes.failed;
  } else if (rows.some(({ problem }) => problem !== null)) process.exitCode ||= exitCodes.someRefused;
}

function describe({ number, title, pages, models, confidence, problem }: RecognitionRow): string {
  const sure = confidence === null ? ', no words found' : `, ${Math.round(confidence * 100)} % sure`;
  const done =
    pages === 0
      ? ''
      : `${pages} ${pages === 1 ? 'page' : 'pages'} with ${models.join('+')}${sure}${problem ? '; ' : ''}`;
  return `${exhibitNumber(number)}  ${title}: ${done}${problem ?? ''}`;
}
