/** `probatum exhibit redact`: a copy without what must not leave, as an exhibit of its own. */
import { type Command, Option } from 'commander';
import { exhibitNumber } from '../../shared/domain/exhibit.ts';
import { type HandlingMark, handlingMarks } from '../../shared/domain/handlingMark.ts';
import { type RedactionMark, RedactionReason } from '../../shared/domain/redaction.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { type ExhibitOptions, requireNumbered } from './exhibitsOfVault.ts';
import { tellFailure } from './leavingFile.ts';
import { finishJob, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine } from './output.ts';
import { readPassphrase } from './passphrase.ts';

interface RedactOptions extends ExhibitOptions {
  region?: string[];
  words?: string[];
  reason: RedactionReason;
  note: string;
  pixelsOnly?: boolean;
  title: string;
  mark?: HandlingMark;
  passwordFile?: string;
}

export function redactionCommands(exhibits: Command): void {
  withPassphrase(
    exhibits
      .command('redact <vault> <exhibit>')
      .description('a copy with places painted over, or of pixels alone; the original stays as it was admitted'),
  )
    .requiredOption('--case <reference>', 'the case')
    .option('--region <places...>', 'PAGE:X,Y,W,H, the page counted from 1, the rest as shares of it from its top left')
    .option(
      '--words <words...>',
      'wherever they stand: in the text of a PDF and in recognised pages; what stands nowhere stops the copy',
    )
    .addOption(
      new Option('--reason <reason>', 'why, printed in the copy')
        .choices(RedactionReason.options)
        .default('personal-data'),
    )
    .option('--note <text>', 'why in words; stays in the vault, needed for “other”', '')
    .option('--pixels-only', 'paint nothing over: leave metadata, scripts and hidden words behind')
    .option('--title <title>', 'what the copy is called', '')
    .addOption(new Option('--mark <mark>', 'its handling mark; otherwise as the original').choices(handlingMarks))
    .option('--password-file <file>', 'the password of a protected document, from this file’s first line')
    .option('--json', 'as JSON')
    .action((path: string, number: string, options: RedactOptions) =>
      withVault(path, options, async core => {
        const { id: exhibitId } = requireNumbered(core, options.case, number);
        const given = marksOf(options);
        const { jobId } = await core.dispatcher.run('redaction.make', {
          exhibitId,
          kind: options.pixelsOnly ? 'pixels-only' : 'redacted',
          marks: given.length > 0 ? given : null,
          title: options.title,
          handlingMark: options.mark ?? null,
          ...(options.passwordFile ? { password: await readPassphrase(options.passwordFile) } : {}),
        });
        const state = await finishJob(core, jobId);
        if (state.state !== 'succeeded') return tellFailure(state);
        const made = state.result as { exhibitId: string; exhibitNumber: number };
        if (options.json) printJson(made);
        else printLine(`${exhibitNumber(made.exhibitNumber)} is the copy of ${number}`);
      }),
    );
}

function marksOf({ region = [], words = [], reason, note }: RedactOptions): RedactionMark[] {
  return [
    ...region.map(place => ({ ...readPlace(place), words: '', everywhere: false, reason, note })),
    ...words.map(one => ({ pageIndex: 0, rects: [], words: one, everywhere: true, reason, note })),
  ];
}

/** @throws invalid-input */
function readPlace(typed: string): Pick<RedactionMark, 'pageIndex' | 'rects'> {
  const match = /^(\d{1,6}):([\d.]+),([\d.]+),([\d.]+),([\d.]+)$/.exec(typed.trim());
  const [page = 0, x = 0, y = 0, w = 0, h = 0] = (match ?? []).slice(1).map(Number);
  if (page < 1 || [x, y, w, h].some(share => Number.isNaN(share) || share > 1) || w === 0 || h === 0)
    throw new ProbatumError('invalid-input', {
      operation: 'exhibit redact',
      problem: `“${typed}” is no region such as 1:0.1,0.2,0.3,0.05`,
    });
  return { pageIndex: page - 1, rects: [{ x, y, w, h }] };
}
