/** `probatum departure list|show`: what left the vault; and `probatum departure disclose`: telling a confidential source's name. */
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { audiences, departureListLines, departureWords } from '../../shared/domain/departure/index.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { DepartureId, type SourceId } from '../../shared/kernel/ids.ts';
import type { Core } from '../core.ts';
import { requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine, printTable } from './output.ts';
import { requirePrintable } from './printing.ts';

const AT_ONCE = 200;
const DIGEST_CHARS = 12;

interface DiscloseOptions extends VaultOptions {
  case: string;
  source: string;
  to: string;
  reason: string;
}

export function departureCommands(program: Command): void {
  const departure = program.command('departure').description('what left the vault, to whom and why');

  withPassphrase(departure.command('list <vault>').description('the latest first'))
    .requiredOption('--case <reference>', 'the case')
    .option('--json', 'a JSON line for each')
    .action((path: string, options: VaultOptions & { case: string; json?: boolean }) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        for (let offset = 0; ; offset += AT_ONCE) {
          const { departures } = await core.dispatcher.run('departure.list', { caseId, offset, limit: AT_ONCE });
          if (options.json) for (const one of departures) printJson(one);
          else
            printTable(
              departures.map(one => [
                one.id,
                one.at,
                departureWords[one.kind],
                one.recipients.map(({ name }) => name).join(', ') || '–',
                one.audience === null ? '–' : audiences[one.audience].label,
                `${one.went} went, ${one.stayed} stayed`,
                one.fileSha256.slice(0, DIGEST_CHARS),
                one.reason,
              ]),
            );
          if (departures.length < AT_ONCE) return;
        }
      }),
    );

  withPassphrase(departure.command('show <vault> <departure>').description('the list of what went and what stayed'))
    .option('--json', 'as the JSON whose digest is on record')
    .option('--out <file>', 'write it there, which is on record too, instead of showing it')
    .action((path: string, id: string, options: VaultOptions & { json?: boolean; out?: string }) =>
      withVault(path, options, async core => {
        const departureId = requireDepartureId(id);
        if (options.out !== undefined) {
          const to = core.grants.grant(resolve(options.out));
          await core.dispatcher.run('departure.saveList', { departureId, to, format: options.json ? 'json' : 'text' });
          return printLine(`Saved ${options.out}`);
        }
        const found = await core.dispatcher.run('departure.get', { departureId });
        requirePrintable(core, found.caseId);
        if (options.json) printJson(found);
        else for (const line of departureListLines(found.list).trimEnd().split('\n')) printLine(line);
      }),
    );

  withPassphrase(
    departure
      .command('disclose <vault>')
      .description(
        "tell a confidential source's name to one recipient, once: ask for it, then confirm with another reason",
      ),
  )
    .requiredOption('--case <reference>', 'the case')
    .requiredOption('--source <name>', 'its name or code name')
    .requiredOption('--to <recipient>', 'who is told')
    .requiredOption('--reason <text>', 'why; stands in the custody log')
    .addOption(
      new Option('--step <step>', 'of the two, or the way back')
        .choices(['ask', 'confirm', 'take-back'])
        .default('ask'),
    )
    .action((path: string, options: DiscloseOptions & { step: 'ask' | 'confirm' | 'take-back' }) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        const sourceId = await requireSourceNamed(core, options.source);
        const input = { caseId, sourceId, recipient: options.to, reason: options.reason };
        await core.dispatcher.run(disclosureSteps[options.step].operation, input);
        printLine(disclosureSteps[options.step].said);
      }),
    );
}

const disclosureSteps = {
  ask: {
    operation: 'departure.askDisclosure',
    said: 'Asked for. It does not go before it is confirmed with a reason of its own: --step confirm',
  },
  confirm: { operation: 'departure.confirmDisclosure', said: 'Confirmed, for one departure to this recipient.' },
  'take-back': { operation: 'departure.takeBackDisclosure', said: 'Taken back.' },
} as const;

/** Sources that are told by their names, by name or code name. @throws not-found */
export async function requireSourceNamed(core: Core, typed: string): Promise<SourceId> {
  const wanted = typed.trim().toLowerCase();
  const sources = await core.dispatcher.run('source.list', {});
  const found = sources.find(({ id, name, codeName }) =>
    [id, name.toLowerCase(), codeName?.toLowerCase()].includes(wanted),
  );
  if (!found) throw new ProbatumError('not-found', { what: 'source', id: typed });
  return found.id;
}

function requireDepartureId(typed: string): DepartureId {
  const parsed = DepartureId.safeParse(typed);
  if (!parsed.success) throw new ProbatumError('not-found', { what: 'departure', id: typed });
  return parsed.data;
}
