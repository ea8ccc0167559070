import { resolve } from 'node:path';
import type { Command } from 'commander';
import { makeCore, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { worth } from '../../shared/domain/identity/whatItProves.ts';
import { exitCodes } from './exitCodes.ts';
import { printJson, printLine } from './output.ts';
import { readPassphrase } from './passphrase.ts';

export function vaultCommands(program: Command): void {
  const vault = program.command('vault').description('create, look at, check and copy vaults');

  withPassphrase(vault.command('create <vault>').description('make a new encrypted vault'))
    .requiredOption('--person <name>', 'who works with it; stands in the custody log')
    .option('--name <name>', 'its name; the file’s name unless given')
    .action(async (path: string, options: VaultOptions & { person: string; name?: string }) => {
      const passphrase = await readPassphrase(options.passphraseFile, 'New passphrase (nobody can recover it): ');
      const core = makeCore();
      try {
        const name = options.name ?? path.split(/[\\/]/).at(-1) ?? path;
        const status = await core.dispatcher.run('vault.create', {
          at: core.grants.grant(path),
          name,
          person: options.person,
          passphrase,
        });
        printLine(`Created ${status.state === 'open' ? status.path : path}`);
      } finally {
        await core.close();
      }
    });

  withPassphrase(vault.command('info <vault>').description('its name, cases and figures'))
    .option('--json', 'as JSON')
    .action((path: string, options: VaultOptions & { json?: boolean }) =>
      withVault(path, options, async core => {
        const [status, cases, head] = [
          await core.dispatcher.run('vault.status', {}),
          await core.dispatcher.run('case.list', {}),
          await core.dispatcher.run('custody.head', {}),
        ];
        if (status.state !== 'open') return;
        const info = {
          path: status.path,
          name: status.name,
          person: status.person,
          vaultId: status.vaultId,
          cases: cases.length,
          exhibits: cases.reduce((sum, one) => sum + one.exhibitCount, 0),
          custodyEvents: head.count,
          custodyHead: head.hash,
        };
        if (options.json) printJson(info);
        else for (const [key, value] of Object.entries(info)) printLine(`${key}: ${value}`);
      }),
    );

  withPassphrase(vault.command('verify <vault>').description('check every page, digest and custody event'))
    .option('--json', 'as JSON')
    .action((path: string, options: VaultOptions & { json?: boolean }) =>
      withVault(path, options, async core => {
        const verdict = await core.dispatcher.run('vault.verify', {});
        if (options.json) printJson(verdict);
        else {
          for (const problem of verdict.problems) printLine(`✗ ${problem}`);
          printLine(
            `${verdict.ok ? 'Sound' : 'NOT sound'}: ${verdict.documents} documents (${verdict.bytes} bytes), ${verdict.custodyEvents} custody events, head ${verdict.custodyHead}`,
          );
          printLine(`A whole chain does not show: ${worth.chain.showsNot}`);
        }
        if (!verdict.ok) process.exitCode = exitCodes.damaged;
      }),
    );

  withPassphrase(vault.command('backup <vault>').description('write an encrypted copy under the same passphrase'))
    .requiredOption('--out <file>', 'where the copy goes')
    .action((path: string, options: VaultOptions & { out: string }) =>
      withVault(path, options, async core => {
        const { path: written, sizeBytes } = await core.dispatcher.run('vault.backup', {
          to: core.grants.grant(options.out),
        });
        printLine(`Backed up to ${written} (${sizeBytes} bytes)`);
      }),
    );

  withPassphrase(vault.command('passphrase <vault>').description('change the passphrase'))
    .option('--new-passphrase-file <file>', 'read the new passphrase from this file')
    .action(async (path: string, options: VaultOptions & { newPassphraseFile?: string }) => {
      const current = await readPassphrase(options.passphraseFile);
      const next = await readPassphrase(options.newPassphraseFile, 'New passphrase: ');
      const core = makeCore();
      try {
        await core.dispatcher.run('vault.open', { at: core.grants.grant(resolve(path)), passphrase: current });
        await core.dispatcher.run('vault.changePassphrase', { current, next });
        printLine('The passphrase is changed. Backups made before still open with the old one.');
      } finally {
        await core.close();
      }
    });
}
