import { type Command, Option } from 'commander';
import {
  checkIdentifier,
  type IdentifierKind,
  identifierKinds,
  identifierWords,
} from '../../shared/domain/identifier/index.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { exitCodes } from './exitCodes.ts';
import { printJson, printLine } from './output.ts';

/** `probatum identifier check KIND VALUE`: needs no vault. */
export function identifierCommands(program: Command): void {
  program
    .command('identifier')
    .description('check identifiers: IMO numbers, MMSI, containers, IBAN, wallets …')
    .command('check <kind> <value>')
    .description(`whether a value holds as what it is said to be; kinds: ${identifierKinds.join(', ')}`)
    .addOption(new Option('--json', 'one JSON line'))
    .action((kind: string, value: string, options: { json?: boolean }) => {
      const known = identifierKinds.find((one): one is IdentifierKind => one === kind);
      if (known === undefined)
        throw new ProbatumError('invalid-input', {
          operation: 'identifier check',
          problem: `“${kind}” is no kind that is known; there are ${identifierKinds.join(', ')}`,
        });
      const verdict = checkIdentifier(known, value);
      if (options.json) printJson({ kind: known, value, ...verdict });
      else
        printLine(
          `${identifierWords[known]} ${verdict.normal}: ${verdict.valid ? 'valid' : 'not valid'}. ${verdict.sentence}`,
        );
      if (!verdict.valid) process.exitCode = exitCodes.failed;
    });
}
