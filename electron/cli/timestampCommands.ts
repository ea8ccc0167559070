/** `probatum receipt timestamp|authorities`: an authority's word on when a receipt existed (RFC 3161), and which authorities count. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { TimestampCheck } from '../../shared/contract/identity.ts';
import { stampWords } from '../../shared/domain/identity/timestamp.ts';
import { worth } from '../../shared/domain/identity/whatItProves.ts';
import { exitCodes } from './exitCodes.ts';
import { type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine, printTable } from './output.ts';

interface AuthorityOptions extends VaultOptions {
  trust?: string;
  distrust?: string;
  json?: boolean;
}

export function timestampCommands(receipt: Command): void {
  withPassphrase(
    receipt
      .command('timestamp <vault> <token>')
      .description('check an authority’s time stamp (RFC 3161), and keep it with its receipt'),
  )
    .option('--check-only', 'keep nothing')
    .option('--json', 'as JSON')
    .action((path: string, token: string, options: VaultOptions & { checkOnly?: boolean; json?: boolean }) =>
      withVault(path, options, async core => {
        const from = core.grants.grant(resolve(token), 'read');
        const check = await core.dispatcher.run('receipt.checkTimestamp', { from });
        const holds = check.receipt !== null && check.problems.length === 0;
        // What does not hold is told in full below, rather than by the refusal to keep it.
        const keeps = holds && !options.checkOnly;
        if (keeps) await core.dispatcher.run('receipt.keepTimestamp', { from });
        const told = { ...check, kept: check.kept || keeps };
        if (options.json) printJson(told);
        else for (const line of stampLines(told)) printLine(line);
        if (!holds) process.exitCode = exitCodes.failed;
      }),
    );

  withPassphrase(
    receipt
      .command('authorities <vault>')
      .description('the certificates that time stamps are judged by; none is trusted that you did not give'),
  )
    .option('--trust <file>', 'trust the certificates of this file (PEM or DER)')
    .option('--distrust <fingerprint>', 'trust this one no longer')
    .option('--json', 'a line of JSON for each')
    .action((path: string, options: AuthorityOptions) =>
      withVault(path, options, async core => {
        const { trust, distrust } = options;
        if (trust !== undefined)
          await core.dispatcher.run('receipt.trust', { from: core.grants.grant(resolve(trust), 'read') });
        if (distrust !== undefined) await core.dispatcher.run('receipt.distrust', { fingerprint: distrust });
        const all = await core.dispatcher.run('receipt.trusted', {});
        if (options.json) for (const one of all) printJson(one);
        else if (all.length > 0)
          printTable(all.map(one => [one.name, `until ${one.validUntil.slice(0, 10)}`, one.fingerprint]));
      }),
    );
}

function stampLines(check: TimestampCheck): string[] {
  const { authority, receipt, problems, notChecked, kept } = check;
  const standing = receipt
    ? `It is of the receipt of ${receipt.eventCount} events`
    : 'It is of no receipt of this vault';
  return [
    stampWords(check),
    ...problems.slice(1),
    `authority: ${authority ? `${authority.name}, certified by ${authority.issuer}` : 'its certificate is not in the time stamp'}`,
    ...(authority ? [`certificate: ${authority.fingerprint}`] : []),
    `${standing}${kept ? ', and kept with it' : '; it is not kept'}.`,
    `does not show: ${worth.timestamp.showsNot}`,
    ...notChecked.map(line => `not checked: ${line}`),
  ];
}
