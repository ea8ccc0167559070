/** `probatum identity`: the vault's own keys, never their secrets. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { IdentityView, OwnKeys } from '../../shared/contract/identity.ts';
import { type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine } from './output.ts';

export function identityCommands(program: Command): void {
  const identity = program.command('identity').description('the keys that this vault signs and receives with');

  withPassphrase(identity.command('show <vault>').description('its keys, without their secrets'))
    .option('--json', 'as JSON')
    .action((path: string, options: VaultOptions & { json?: boolean }) =>
      withVault(path, options, async core => {
        const own = await core.dispatcher.run('identity.own', {});
        if (options.json) printJson(own);
        else printOwn(own);
      }),
    );

  withPassphrase(identity.command('make <vault>').description('make keys, or new ones in the place of the present'))
    .requiredOption('--name <name>', 'whose keys they are; stands on cards and receipts')
    .option('--team <team>', 'the team', '')
    .option('--replace', 'retire the present keys; they still open and verify what is old')
    .option('--reason <text>', 'why they are replaced')
    .option('--json', 'as JSON')
    .action(
      (
        path: string,
        options: VaultOptions & { name: string; team: string; replace?: boolean; reason?: string; json?: boolean },
      ) =>
        withVault(path, options, async core => {
          const { current } = await core.dispatcher.run('identity.own', {});
          const replaces = options.replace && current ? { id: current.id, reason: options.reason ?? '' } : null;
          const { name, team } = options;
          const made = await core.dispatcher.run('identity.make', { name, team, replaces });
          if (options.json) printJson(made);
          else printIdentity(made);
        }),
    );

  withPassphrase(identity.command('rename <vault>').description('other words on the same keys'))
    .requiredOption('--name <name>', 'whose keys they are')
    .option('--team <team>', 'the team', '')
    .option('--json', 'as JSON')
    .action((path: string, options: VaultOptions & { name: string; team: string; json?: boolean }) =>
      withVault(path, options, async core => {
        const { name, team } = options;
        const renamed = await core.dispatcher.run('identity.rename', { name, team });
        if (options.json) printJson(renamed);
        else printIdentity(renamed);
      }),
    );

  withPassphrase(identity.command('card <vault>').description('the contact card to give to others, signed'))
    .option('--out <file>', 'where it goes; printed unless given')
    .option('--allowed-signers', 'print the lines that ssh-keygen -Y verify takes with -f instead')
    .action((path: string, options: VaultOptions & { out?: string; allowedSigners?: boolean }) =>
      withVault(path, options, async core => {
        const card = await core.dispatcher.run('identity.card', {});
        if (options.out === undefined) {
          process.stdout.write(options.allowedSigners ? card.allowedSigners : card.text);
          return;
        }
        await core.dispatcher.run('identity.saveCard', { to: core.grants.grant(resolve(options.out)) });
        printLine(`Wrote ${options.out}`);
      }),
    );
}

function printOwn({ vaultId, vaultCode, current, retired }: OwnKeys): void {
  printLine(`vault: ${vaultId}`);
  printLine(`vault code: ${vaultCode}`);
  if (current) printIdentity(current);
  else printLine('keys: none yet; make them with `probatum identity make`');
  for (const { name, fingerprint, retiredAt, retiredReason } of retired)
    printLine(`retired: ${fingerprint}  ${name}  ${retiredAt?.slice(0, 10)}  ${retiredReason}`);
}

function printIdentity({ name, team, signingKey, fingerprint, ageRecipient, spoken, madeAt }: IdentityView): void {
  printLine(`name: ${name}`);
  printLine(`team: ${team}`);
  printLine(`signing key: ${signingKey}`);
  printLine(`fingerprint: ${fingerprint}`);
  printLine(`age recipient: ${ageRecipient}`);
  printLine(`to read aloud: ${spoken.join(' ')}`);
  printLine(`made at: ${madeAt}`);
}
