import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { ChangeDecision, type InboxChange, type InboxSummary } from '../../shared/contract/archive.ts';
import type { InputOf } from '../../shared/contract/index.ts';
import { type ErrorCode, ProbatumError } from '../../shared/kernel/errors.ts';
import { MergeId } from '../../shared/kernel/ids.ts';
import type { Core } from '../core.ts';
import { recipientOf } from './archiveRecipient.ts';
import { exitCodeOf, exitCodes } from './exitCodes.ts';
import { finishJob, requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine } from './output.ts';
import { readPassphrase } from './passphrase.ts';
import { type DryRunOptions, tellPreFlight, withDryRun } from './preFlightLines.ts';
import { type ChoiceOptions, choiceOf, withChoice } from './sendingOptions.ts';

interface OpenOptions extends VaultOptions {
  archivePassphraseFile?: string;
  json?: boolean;
}

export function archiveCommands(program: Command): void {
  const archive = program
    .command('archive')
    .description('seal a case for another team, see what an archive would change, merge it and take that back');
  sealCommand(archive);
  inspectCommand(archive);
  mergeCommand(archive);
  listCommand(archive);
  takeBackCommand(archive);
  settleCommand(archive);
}

interface SealOptions extends OpenOptions, DryRunOptions, Omit<ChoiceOptions, 'recipient'> {
  out: string;
  to?: string[];
  for: string;
  reason: string;
}

function sealCommand(archive: Command): void {
  const command = withPassphrase(
    archive
      .command('seal <vault>')
      .description('a case as an age file, for keys or a passphrase; opens with age itself'),
  )
    .requiredOption('--case <reference>', 'the case')
    .requiredOption('--out <file>', 'where it goes')
    .option('--to <recipient...>', 'age1… keys, or names of the contacts book')
    .option('--archive-passphrase-file <file>', 'seal with the passphrase in this file’s first line instead')
    .option('--for <name>', 'whom that passphrase is told to; stands in the custody log', '')
    .option('--reason <text>', 'why; stands in the custody log', '')
    .option('--json', 'as JSON');
  withDryRun(withChoice(command)).action((path: string, options: SealOptions) =>
    withVault(path, options, async core => {
      const { id: caseId } = requireCaseByReference(core, options.case);
      const recipients = await Promise.all((options.to ?? []).map(typed => recipientOf(core, typed)));
      const selection = { ...(await choiceOf(core, caseId, options)), caseId };
      if (!(await tellPreFlight(core, 'archive.preFlight', selection, options))) return;
      const sealed = await finished(core, 'archive.seal', {
        ...selection,
        recipients,
        reason: options.reason,
        passphrase: await archivePassphrase(options),
        passphraseFor: options.for,
        to: core.grants.grant(resolve(options.out)),
      });
      if (!sealed) return;
      if (options.json) printJson(sealed);
      else
        printLine(`Sealed ${options.out}: ${String(sealed['exhibits'])} exhibits, SHA-256 ${String(sealed['sha256'])}`);
    }),
  );
}

function inspectCommand(archive: Command): void {
  withPassphrase(
    archive
      .command('inspect <vault> <path>')
      .description('check an archive and list what it would change; changes nothing'),
  )
    .option('--archive-passphrase-file <file>', 'the passphrase that it was sealed with')
    .option('--json', 'as JSON')
    .action((path: string, file: string, options: OpenOptions) =>
      withVault(path, options, async core => {
        const summary = await opened(core, file, options);
        if (!summary) return;
        const changes = await allChanges(core, summary.entry.id);
        await core.dispatcher.run('archive.discard', { inboxId: summary.entry.id });
        if (options.json) printJson({ ...summary, changes });
        else printSummary(summary, changes);
      }),
    );
}

function mergeCommand(archive: Command): void {
  withPassphrase(archive.command('merge <vault> <path>').description('take in what an archive brings'))
    .option('--archive-passphrase-file <file>', 'the passphrase that it was sealed with')
    .addOption(
      new Option('--conflicts <decision>', 'what both sides changed: keep both on record, mine, theirs, or not now')
        .choices(['both', 'mine', 'theirs', 'postpone'])
        .default('both'),
    )
    .option('--json', 'as JSON')
    .action((path: string, file: string, options: OpenOptions & { conflicts: string }) =>
      withVault(path, options, async core => {
        const summary = await opened(core, file, options);
        if (!summary) return;
        const { entry, problems } = summary;
        const decision = ChangeDecision.parse(options.conflicts === 'theirs' ? 'accept' : options.conflicts);
        await core.dispatcher.run('archive.decide', { inboxId: entry.id, kind: 'conflict', decision });
        const merged = await finished(core, 'archive.merge', {
          inboxId: entry.id,
          passphrase: await archivePassphrase(options),
        });
        if (!merged) return;
        const after = await core.dispatcher.run('archive.get', { inboxId: entry.id });
        if (options.json) printJson({ ...merged, outcome: after.entry.outcome, problems: after.problems });
        else {
          for (const problem of after.problems) printLine(`✗ ${problem}`);
          printLine(`Merged ${entry.fileName} (${entry.id}): ${after.entry.outcome.join(', ')}`);
        }
        if (after.problemCount > 0 || problems.length > 0) process.exitCode = exitCodes.someRefused;
      }),
    );
}

function listCommand(archive: Command): void {
  withPassphrase(archive.command('list <vault>').description('the archives that were opened here'))
    .option('--json', 'as JSON')
    .action((path: string, options: OpenOptions) =>
      withVault(path, options, async core => {
        const entries = await core.dispatcher.run('archive.inbox', {});
        if (options.json) printJson(entries);
        else
          for (const { id, fileName, about, mergedAt, undoneAt, outcome } of entries)
            printLine(
              `${id}  ${fileName}  ${about.case.reference}  from ${about.person}, ${about.team}  ${mergedAt ? `merged: ${outcome.join(', ')}` : undoneAt ? 'taken back' : 'not merged'}`,
            );
      }),
    );
}

function takeBackCommand(archive: Command): void {
  withPassphrase(archive.command('take-back <vault> <id>').description('undo a merge as one step')).action(
    (path: string, id: string, options: OpenOptions) =>
      withVault(path, options, async core => {
        const inboxId = MergeId.safeParse(id);
        if (!inboxId.success) throw new ProbatumError('not-found', { what: 'archive', id });
        await core.dispatcher.run('archive.takeBack', { inboxId: inboxId.data });
        printLine('Taken back: the vault is as it was before the merge.');
      }),
  );
}

interface SettleOptions extends OpenOptions {
  case: string;
  record?: string;
  field?: string;
  take?: number;
}

function settleCommand(archive: Command): void {
  withPassphrase(
    archive
      .command('settle <vault>')
      .description('values that two teams wrote without having seen the other’s: list them, or take one'),
  )
    .requiredOption('--case <reference>', 'the case')
    .option('--record <id>', 'whose value is decided, as the list names it')
    .option('--field <name>', 'which value of it')
    .option('--take <number>', 'the value that shall stand, counted from 1', Number)
    .option('--json', 'as JSON')
    .action((path: string, options: SettleOptions) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        const { record, field, take } = options;
        if (record !== undefined || field !== undefined || take !== undefined) {
          const found = (await core.dispatcher.run('archive.openFields', { caseId })).find(
            one => one.recordId === record && (field === undefined || one.field === field),
          );
          if (!found) throw new ProbatumError('not-found', { what: 'value to settle', id: record ?? '' });
          if (take === undefined || !found.values[take - 1])
            throw new ProbatumError('invalid-input', {
              operation: '--take',
              problem: `say which, from 1 to ${found.values.length}`,
            });
          await core.dispatcher.run('archive.settle', {
            concept: found.concept,
            recordId: found.recordId,
            field: found.field,
            choice: take - 1,
          });
        }
        const left = await core.dispatcher.run('archive.openFields', { caseId });
        if (options.json) printJson(left);
        else if (left.length === 0) printLine('Nothing is left to settle.');
        else
          for (const { recordId, field: name, label, words, values } of left) {
            printLine(`${recordId} ${name}  ${label}${words === '' ? '' : `, ${words}`}`);
            for (const [at, { text, by, team, at: when }] of values.entries())
              printLine(`  ${at + 1}  ${text || '–'} (${[by, team, when].filter(Boolean).join(', ')})`);
          }
      }),
    );
}

async function archivePassphrase({ archivePassphraseFile }: OpenOptions): Promise<string | null> {
  return archivePassphraseFile === undefined ? null : readPassphrase(archivePassphraseFile);
}

async function opened(core: Core, file: string, options: OpenOptions): Promise<InboxSummary | null> {
  const inspected = await finished(core, 'archive.inspect', {
    from: core.grants.grant(resolve(file), 'read'),
    passphrase: await archivePassphrase(options),
  });
  return inspected && core.dispatcher.run('archive.get', { inboxId: MergeId.parse(inspected['inboxId']) });
}

/** Runs a job to its end; null, said and with its exit code, where it failed. */
async function finished<Name extends 'archive.seal' | 'archive.inspect' | 'archive.merge'>(
  core: Core,
  name: Name,
  input: InputOf<Name>,
): Promise<Record<string, unknown> | null> {
  const { jobId } = await core.dispatcher.run(name, input);
  const state = await finishJob(core, jobId);
  if (state.state === 'succeeded') return state.result as Record<string, unknown>;
  process.stderr.write(`${state.state === 'failed' ? state.error.sentence : 'It was stopped; nothing was changed.'}\n`);
  process.exitCode = state.state === 'failed' ? exitCodeOf(state.error.code as ErrorCode) : exitCodes.failed;
  return null;
}

async function allChanges(core: Core, inboxId: MergeId): Promise<InboxChange[]> {
  const all: InboxChange[] = [];
  for (let afterPosition = -1; ; ) {
    const { changes } = await core.dispatcher.run('archive.changes', { inboxId, afterPosition, limit: 1000 });
    if (changes.length === 0) return all;
    all.push(...changes);
    afterPosition = changes.at(-1)?.position ?? afterPosition;
  }
}

function printSummary({ entry, groups, problems }: InboxSummary, changes: readonly InboxChange[]): void {
  const { about } = entry;
  printLine(`${about.case.reference}  ${about.case.title}`);
  printLine(`sealed by ${about.person}, ${about.team} (${about.code}), ${about.sealedAt}. ${about.signature.sentence}`);
  for (const { kind, words, count } of groups) printLine(`${verbs[kind]} ${count} ${words}`);
  for (const { kind, label, words, mine, theirs, by, team, at } of changes) {
    if (kind === 'add') continue;
    printLine(
      `${verbs[kind]} ${label}${words === '' ? '' : `, ${words}`}: ${mine || '–'} → ${theirs || '–'} (${[by, team, at].filter(Boolean).join(', ')})`,
    );
  }
  for (const problem of problems) printLine(`✗ ${problem}`);
  if (groups.length === 0) printLine('Nothing that is not here already.');
}

const verbs: Readonly<Record<InboxChange['kind'], string>> = {
  add: 'adds',
  change: 'changes',
  withdraw: 'withdraws',
  conflict: 'contradicts',
};
