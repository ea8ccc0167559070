/** `probatum receipt`: the custody head given out, checked, countersigned. */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type ReceiptCheck, ReceiptFormat, type ReceiptView } from '../../shared/contract/identity.ts';
import { chainWords, signatureWords, signerWords } from '../../shared/domain/identity/verdicts.ts';
import { exitCodes } from './exitCodes.ts';
import { type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine, printTable } from './output.ts';

export function receiptCommands(program: Command): void {
  const receipt = program.command('receipt').description('signed receipts of the custody log’s head');

  withPassphrase(receipt.command('make <vault>').description('sign the head as it is now'))
    .requiredOption('--out <file>', 'where it goes')
    .addOption(
      new Option('--format <format>', 'signed text, a page to print, or the code alone')
        .choices(ReceiptFormat.options)
        .default('txt'),
    )
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
        else for (const line of checkLines(check)) printLine(line);
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
    receipt.command('timestamp <vault> <file>').description('check an authority’s time stamp (RFC 3161), and keep it'),
  )
    .option('--json', 'as JSON')
    .action((path: string, file: string, options: VaultOptions & { json?: boolean }) =>
      withVault(path, options, async core => {
        const from = core.grants.grant(resolve(file), 'read');
        const kept = await core.dispatcher.run('receipt.keepTimestamp', { from });
        if (options.json) printJson(kept);
        else printKept(kept);
      }),
    );
}

function printKept({ eventCount, countersignatures, timestamps }: ReceiptView): void {
  printLine(`Kept with the receipt of ${eventCount} events. It has now:`);
  for (const one of countersignatures)
    printLine(
      `countersignature: ${one.witness}, ${one.witnessedAt} by the witness’s clock; key ${signerWords(one.signer)}`,
    );
  for (const one of timestamps) printLine(`time stamp: ${one.sentence}`);
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

/** Another vault's chain cannot be judged here; that is no failure. */
function isSound(check: ReceiptCheck): boolean {
  const signed = check.kind === 'line' || check.signature.state === 'valid';
  const holds = check.kind === 'countersignature' || ['contains', 'other-vault'].includes(check.chain.state);
  return signed && holds;
}
