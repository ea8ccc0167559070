/** `probatum receipt`: the custody head given out, checked, countersigned. */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type ReceiptCheck, ReceiptFormat, type ReceiptView } from '../../shared/contract/identity.ts';
import { stampWords } from '../../shared/domain/identity/timestamp.ts';
import { chainWords, signatureWords, signerWords } from '../../shared/domain/identity/verdicts.ts';
import { type Worth, worth } from '../../shared/domain/identity/whatItProves.ts';
import { Sha256 } from '../../shared/kernel/digest.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import type { Core } from '../core.ts';
import { exitCodes } from './exitCodes.ts';
import { type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine, printTable } from './output.ts';
import { timestampCommands } from './timestampCommands.ts';

export function receiptCommands(program: Command): void {
  const receipt = program.command('receipt').description('signed receipts of the custody log’s head');

  withPassphrase(receipt.command('make <vault>').description('sign the head as it is now'))
    .requiredOption('--out <file>', 'where it goes')
    .addOption(formatOption())
    .option('--json', 'as JSON')
    .action((path: string, options: VaultOptions & { out: string; format: ReceiptFormat; json?: boolean }) =>
      withVault(path, options, async core => {
        const made = await core.dispatcher.run('receipt.make', {});
        const to = core.grants.grant(resolve(options.out));
        await core.dispatcher.run('receipt.save', { receiptId: made.id, to, format: options.format });
        if (options.json) printJson(made);
        else printLine(`Wrote ${options.out}: ${made.eventCount} events, head ${made.headHash}`);
      }),
    );

  withPassphrase(receipt.command('save <vault> <receipt>').description('write one that was made before'))
    .requiredOption('--out <file>', 'where it goes')
    .addOption(formatOption())
    .action((path: string, which: string, options: VaultOptions & { out: string; format: ReceiptFormat }) =>
      withVault(path, options, async core => {
        const { id: receiptId } = await findReceipt(core, which);
        const to = core.grants.grant(resolve(options.out));
        await core.dispatcher.run('receipt.save', { receiptId, to, format: options.format });
        printLine(`Wrote ${options.out}`);
      }),
    );

  withPassphrase(receipt.command('list <vault>').description('those made here, and who countersigned'))
    .option('--json', 'a line of JSON for each')
    .action((path: string, options: VaultOptions & { json?: boolean }) =>
      withVault(path, options, async core => {
        const all = await core.dispatcher.run('receipt.list', {});
        if (options.json) for (const one of all) printJson(one);
        else if (all.length > 0)
          printTable(
            all.map(one => [
              String(one.eventCount),
              one.headHash.slice(0, 16),
              one.madeAt,
              one.countersignatures.map(({ witness }) => witness).join(', ') || 'not countersigned',
            ]),
          );
      }),
    );

  withPassphrase(
    receipt.command('check <vault> <file>').description('does this vault still contain what the receipt says?'),
  )
    .option('--json', 'as JSON')
    .action((path: string, file: string, options: VaultOptions & { json?: boolean }) =>
      withVault(path, options, async core => {
        const check = await core.dispatcher.run('receipt.check', { from: core.grants.grant(resolve(file), 'read') });
        if (options.json) printJson(check);
        else for (const line of [...checkLines(check), ...worthLines(check)]) printLine(line);
        if (!isSound(check)) process.exitCode = exitCodes.failed;
      }),
    );

  withPassphrase(
    receipt.command('countersign <vault> <file>').description('as a witness: sign somebody else’s receipt'),
  )
    .requiredOption('--out <file>', 'where the countersignature goes; send it back to them')
    .option('--note <text>', 'how the receipt came to you; is part of what you sign', '')
    .action((path: string, file: string, options: VaultOptions & { out: string; note: string }) =>
      withVault(path, options, async core => {
        const check = await core.dispatcher.run('receipt.check', { from: core.grants.grant(resolve(file), 'read') });
        const text = check.kind === 'receipt' ? check.text : '';
        const { sha256 } = await core.dispatcher.run('receipt.countersign', { text, note: options.note });
        await core.dispatcher.run('receipt.saveCountersignature', {
          sha256,
          to: core.grants.grant(resolve(options.out)),
        });
        printLine(`Wrote ${options.out}`);
      }),
    );

  withPassphrase(receipt.command('keep <vault> <file>').description('check a witness’s countersignature, and keep it'))
    .option('--json', 'as JSON')
    .action((path: string, file: string, options: VaultOptions & { json?: boolean }) =>
      withVault(path, options, async core => {
        const check = await core.dispatcher.run('receipt.check', { from: core.grants.grant(resolve(file), 'read') });
        const text = check.kind === 'countersignature' ? check.text : '';
        const kept = await core.dispatcher.run('receipt.keepCountersignature', { text });
        if (options.json) printJson(kept);
        else printKept(kept);
      }),
    );

  withPassphrase(
    receipt.command('witnessed <vault>').description('receipts of other vaults that were countersigned here'),
  )
    .option('--again <sha256>', 'write this countersignature once more')
    .option('--out <file>', 'where it goes')
    .option('--json', 'a line of JSON for each')
    .action((path: string, options: VaultOptions & { again?: string; out?: string; json?: boolean }) =>
      withVault(path, options, async core => {
        const { again, out } = options;
        if ((again === undefined) !== (out === undefined))
          throw new ProbatumError('invalid-input', {
            operation: 'receipt witnessed',
            problem: 'give --again together with --out',
          });
        if (again !== undefined && out !== undefined) {
          const sha256 = Sha256.parse(again);
          await core.dispatcher.run('receipt.saveCountersignature', { sha256, to: core.grants.grant(resolve(out)) });
          printLine(`Wrote ${out}`);
          return;
        }
        const all = await core.dispatcher.run('receipt.witnessed', {});
        if (options.json) for (const one of all) printJson(one);
        else if (all.length > 0)
          printTable(
            all.map(one => [
              one.receipt.vaultCode,
              one.receipt.name,
              String(one.receipt.eventCount),
              one.witnessedAt,
              one.sha256,
            ]),
          );
      }),
    );

  timestampCommands(receipt);
}

function formatOption(): Option {
  return new Option('--format <format>', 'signed text, a page to print, the code alone, or a request for a time stamp')
    .choices(ReceiptFormat.options)
    .default('txt');
}

/** By id, digest or number of events. @throws not-found */
async function findReceipt(core: Core, which: string): Promise<ReceiptView> {
  const all = await core.dispatcher.run('receipt.list', {});
  const found = all.find(one => [one.id, one.sha256, String(one.eventCount)].includes(which));
  if (!found) throw new ProbatumError('not-found', { what: 'receipt', id: which });
  return found;
}

function printKept({ eventCount, countersignatures, timestamps }: ReceiptView): void {
  printLine(`Kept with the receipt of ${eventCount} events. It has now:`);
  for (const one of countersignatures)
    printLine(
      `countersignature: ${one.witness}, ${one.witnessedAt} by the witness’s clock; key ${signerWords(one.signer)}`,
    );
  for (const one of timestamps) printLine(`time stamp: ${stampWords(one)}`);
}

function checkLines(check: ReceiptCheck): string[] {
  switch (check.kind) {
    case 'line':
      return ['A receipt in one line, without a signature.', chainWords(check.chain, check.head.eventCount)];
    case 'receipt': {
      const { vaultCode, name, eventCount, madeAt } = check.receipt;
      return [
        `Receipt of vault ${vaultCode} by ${name}: ${eventCount} events, ${madeAt} by the maker’s clock`,
        signatureWords(check.signature),
        chainWords(check.chain, eventCount),
      ];
    }
    case 'countersignature': {
      const { witness, witnessedAt } = check.countersignature;
      return [
        `Countersignature by ${witness}, ${witnessedAt} by the witness’s clock`,
        signatureWords(check.signature),
        check.receiptId ? 'It is of a receipt made in this vault.' : 'It is of no receipt that was made in this vault.',
      ];
    }
  }
}

/** Said where somebody might believe more. */
function worthLines(check: ReceiptCheck): string[] {
  const of = {
    line: [worth.chain],
    receipt: [worth.chain, worth.signature],
    countersignature: [worth.signature, worth.countersignature],
  } satisfies Record<ReceiptCheck['kind'], readonly Worth[]>;
  return of[check.kind].flatMap(({ what, shows, showsNot }) => [
    what,
    `  shows: ${shows}`,
    `  does not show: ${showsNot}`,
  ]);
}

/** Another vault's chain cannot be judged here; that is no failure. */
function isSound(check: ReceiptCheck): boolean {
  const signed = check.kind === 'line' || check.signature.state === 'valid';
  const holds = check.kind === 'countersignature' || ['contains', 'other-vault'].includes(check.chain.state);
  return signed && holds;
}
