/** `probatum comment import|received`: files that reviewers saved from a bundle. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { BundleKnown, ReviewLine, ReviewReport } from '../../shared/contract/comment.ts';
import { authorWords, verdictWords } from '../../shared/domain/comment.ts';
import { standingSentences } from '../../shared/domain/commentState.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { exitCodeOf, exitCodes } from './exitCodes.ts';
import { requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine, printTable, withoutControls } from './output.ts';
import { requirePrintable } from './printing.ts';

interface CaseOptions extends VaultOptions {
  case: string;
  json?: boolean;
}

export function reviewFileCommands(comments: Command): void {
  withPassphrase(comments.command('import <vault> <file...>').description('take in the remarks of reviewers'))
    .requiredOption('--case <reference>', 'the case')
    .option('--dry-run', 'say what they hold, and take nothing in')
    .option('--json', 'a JSON line for each file')
    .action((path: string, files: string[], options: CaseOptions & { dryRun?: boolean }) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        const refused: ProbatumError[] = [];
        let hasProblems = false;
        for (const file of files)
          try {
            const from = core.grants.grant(resolve(file), 'read');
            const name = options.dryRun ? 'comment.inspectReview' : 'comment.receiveReview';
            const report = await core.dispatcher.run(name, { caseId, from });
            if (options.json) printJson(report);
            else printReport(report, options.dryRun === true);
            hasProblems ||= report.problems.length > 0;
          } catch (error) {
            if (!(error instanceof ProbatumError)) throw error;
            // One bad file does not keep the others out.
            process.stderr.write(`${withoutControls(error.message)}\n`);
            refused.push(error);
          }
        const [first] = refused;
        if (first && refused.length === files.length) process.exitCode = exitCodeOf(first.code);
        else if (first || hasProblems) process.exitCode = exitCodes.someRefused;
      }),
    );
  withPassphrase(comments.command('received <vault>').description('the reviewers’ files taken in so far'))
    .requiredOption('--case <reference>', 'the case')
    .option('--json', 'a JSON line for each')
    .action((path: string, options: CaseOptions) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        requirePrintable(core, caseId);
        const reviews = await core.dispatcher.run('comment.reviews', { caseId });
        if (options.json) for (const review of reviews) printJson(review);
        else
          printTable(
            reviews.map(({ receivedAt, sha256, reviewer, remarks, bundle, fileName }) => [
              receivedAt.slice(0, 16).replace('T', ' '),
              sha256,
              authorWords(reviewer),
              `${remarks} remarks`,
              `bundle of ${bundle.exportedAt}`,
              fileName,
            ]),
          );
      }),
    );
}

function printReport(report: ReviewReport, isDryRun: boolean): void {
  const { bundle, isRepeated, dissents, added, takenBack } = report;
  printLine(`${report.sha256}  ${report.fileName}`);
  printLine(`by ${authorWords(report.reviewer)}, of ${bundle.externalIdentifier} “${bundle.title}”`);
  printLine(`bundle of ${bundle.exportedAt}: ${knownWords(report.known)}`);
  if (isRepeated) printLine('this very file was received before; nothing was changed');
  printLine(
    `${report.remarks} ${report.remarks === 1 ? 'remark' : 'remarks'}, ${dissents} of them dissents: ${isRepeated ? 0 : added} ${isDryRun ? 'would be added' : 'added'}, ${isRepeated ? 0 : takenBack} taken back by their author`,
  );
  printTable(report.lines.map(line => cellsOf(line)));
  for (const { number, problem } of report.problems)
    process.stderr.write(withoutControls(`${report.fileName}: remark ${number} is left out: ${problem}\n`));
}

function cellsOf({ number, subjectName, verdict, isDissent, text, arrival, standing }: ReviewLine): string[] {
  return [
    String(number),
    arrival,
    subjectName,
    [isDissent ? 'DISSENT' : '', verdict === null ? '' : verdictWords[verdict]].filter(Boolean).join(', '),
    text.replace(/\s+/g, ' '),
    standing === 'as-it-was' ? '' : standingSentences[standing],
  ];
}

function knownWords(known: BundleKnown): string {
  switch (known.kind) {
    case 'exported':
      return `exported from this vault ${known.at} to ${known.recipient} as ${known.fileName}`;
    case 'same-custody':
      return 'made from this case, but its export is not on record here';
    case 'unknown':
      return 'not on record here';
  }
}
