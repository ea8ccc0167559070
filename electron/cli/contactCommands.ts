/** `probatum contact`: the people whose keys this vault knows, and whether a person made sure. */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { ContactView } from '../../shared/contract/identity.ts';
import type { InputOf } from '../../shared/contract/index.ts';
import { HowVerified, howVerifiedWords, nameKey, standingWords } from '../../shared/domain/identity/contact.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import type { Core } from '../core.ts';
import { type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine, printTable } from './output.ts';

interface AddOptions extends VaultOptions {
  card?: string;
  name?: string;
  team: string;
  signingKey?: string;
  ageRecipient?: string;
  note: string;
  json?: boolean;
}

type Words = Pick<ContactView, 'name' | 'team' | 'note'>;

export function contactCommands(program: Command): void {
  const contact = program.command('contact').description('people whose keys this vault knows');

  withPassphrase(contact.command('list <vault>').description('who, with which keys, verified or not'))
    .option('--withdrawn', 'withdrawn ones as well')
    .option('--json', 'a line of JSON for each')
    .action((path: string, options: VaultOptions & { withdrawn?: boolean; json?: boolean }) =>
      withVault(path, options, async core => {
        const all = await core.dispatcher.run('contact.list', { withdrawn: options.withdrawn ?? false });
        if (options.json) for (const one of all) printJson(one);
        else if (all.length > 0)
          printTable(
            all.map(one => [
              one.name,
              one.team,
              one.vaultCode ?? '–',
              standingWords(one),
              one.fingerprint ?? one.ageRecipient ?? '',
            ]),
          );
      }),
    );

  withPassphrase(contact.command('add <vault>').description('from a contact card, or by hand'))
    .option('--card <file>', 'the card that they sent')
    .option('--name <name>', 'by hand: whose keys they are')
    .option('--team <team>', 'by hand: their team', '')
    .option('--signing-key <line>', 'by hand: ssh-ed25519 AAAA…')
    .option('--age-recipient <key>', 'by hand: age1…')
    .option('--note <text>', 'a note of yours', '')
    .option('--json', 'as JSON')
    .action((path: string, options: AddOptions) =>
      withVault(path, options, async core => {
        const added = await core.dispatcher.run('contact.add', await toAdd(core, options));
        if (options.json) printJson(added);
        else printContact(added);
      }),
    );

  withPassphrase(contact.command('verify <vault> <contact>').description('you made sure whose keys these are'))
    .addOption(new Option('--how <how>', 'how you made sure').choices(HowVerified.options).makeOptionMandatory())
    .option('--note <text>', 'who, where, what was compared', '')
    .option('--json', 'as JSON')
    .action((path: string, who: string, options: VaultOptions & { how: HowVerified; note: string; json?: boolean }) =>
      withVault(path, options, async core => {
        const { id: contactId } = await findContact(core, who);
        const { how, note } = options;
        const checked = await core.dispatcher.run('contact.check', { contactId, verified: true, how, note });
        if (options.json) printJson(checked);
        else printContact(checked);
      }),
    );

  withPassphrase(contact.command('doubt <vault> <contact>').description('no longer sure whose keys these are'))
    .requiredOption('--note <text>', 'why')
    .option('--json', 'as JSON')
    .action((path: string, who: string, options: VaultOptions & { note: string; json?: boolean }) =>
      withVault(path, options, async core => {
        const { id: contactId } = await findContact(core, who);
        const { note } = options;
        const checked = await core.dispatcher.run('contact.check', { contactId, verified: false, how: 'other', note });
        if (options.json) printJson(checked);
        else printContact(checked);
      }),
    );

  withPassphrase(contact.command('show <vault> <contact>').description('keys, digits to compare, and who made sure'))
    .option('--json', 'as JSON')
    .action((path: string, who: string, options: VaultOptions & { json?: boolean }) =>
      withVault(path, options, async core => {
        const found = await findContact(core, who);
        if (options.json) printJson(found);
        else printContact(found);
      }),
    );

  withPassphrase(contact.command('change <vault> <contact>').description('name, team or note; the keys stay'))
    .option('--name <name>', 'as you call them')
    .option('--team <team>', 'their team')
    .option('--note <text>', 'a note of yours')
    .option('--json', 'as JSON')
    .action((path: string, who: string, options: VaultOptions & Partial<Words> & { json?: boolean }) =>
      withVault(path, options, async core => {
        const { id: contactId, ...now } = await findContact(core, who);
        const { name = now.name, team = now.team, note = now.note } = options;
        const changed = await core.dispatcher.run('contact.change', { contactId, name, team, note });
        if (options.json) printJson(changed);
        else printContact(changed);
      }),
    );

  for (const [verb, words] of [
    ['withdraw', 'no longer to be used; stays on record'],
    ['restore', 'to be used again'],
  ] as const)
    withPassphrase(contact.command(`${verb} <vault> <contact>`).description(words)).action(
      (path: string, who: string, options: VaultOptions) =>
        withVault(path, options, async core => {
          const { id: contactId } = await findContact(core, who);
          printContact(await core.dispatcher.run(`contact.${verb}`, { contactId }));
        }),
    );
}

async function toAdd(core: Core, options: AddOptions): Promise<InputOf<'contact.add'>> {
  const { card, name, team, note } = options;
  if (card !== undefined) {
    const { text } = await core.dispatcher.run('contact.look', { from: core.grants.grant(resolve(card), 'read') });
    return { card: text, note };
  }
  if (name === undefined)
    throw new ProbatumError('invalid-input', { operation: 'contact add', problem: 'give --card or --name with a key' });
  const { signingKey = null, ageRecipient = null } = options;
  return { typed: { name, team, signingKey, ageRecipient }, note };
}

/** By id, fingerprint, key or name; a name that two go by decides nothing. @throws not-found */
async function findContact(core: Core, who: string): Promise<ContactView> {
  const all = await core.dispatcher.run('contact.list', { withdrawn: true });
  const byKey = all.filter(one => [one.id, one.fingerprint, one.signingKey, one.ageRecipient].includes(who));
  const byName = all.filter(one => nameKey(one.name) === nameKey(who));
  const [found, ...others] = byKey.length > 0 ? byKey : byName;
  if (!found) throw new ProbatumError('not-found', { what: 'contact', id: who });
  if (others.length > 0)
    throw new ProbatumError('invalid-input', {
      operation: 'contact',
      problem: `${others.length + 1} contacts go by “${who}”; give the fingerprint`,
    });
  return found;
}

function printContact(contact: ContactView): void {
  printLine(`${contact.name}${contact.team ? `, ${contact.team}` : ''}: ${standingWords(contact)}`);
  if (contact.fingerprint) printLine(`fingerprint: ${contact.fingerprint}`);
  if (contact.ageRecipient) printLine(`age recipient: ${contact.ageRecipient}`);
  printLine(`to read aloud: ${contact.spoken.join(' ')}`);
  for (const check of contact.checks)
    printLine(
      `${check.verified ? `verified: ${howVerifiedWords[check.how]}` : 'not sure any more'}, ${check.checkedAt}, ${check.checkedBy}${check.note && `: ${check.note}`}`,
    );
  for (const clash of contact.clashes)
    printLine(
      clash.kind === 'same-key'
        ? `! The same key is known under another name: ${clash.with.name}`
        : `! Another key is known under this name: ${clash.with.name}${clash.with.team ? `, ${clash.with.team}` : ''}`,
    );
}
