/** Every command of `probatum`, as one tree. */
import { Command } from 'commander';
import { archiveCommands } from './archiveCommands.ts';
import { caseCommands } from './caseCommands.ts';
import { bundleCommands } from './bundleCommands.ts';
import { compartmentCommands } from './compartmentCommands.ts';
import { departureCommands } from './departureCommands.ts';
import { commentCommands } from './commentCommands.ts';
import { entityCommands } from './entityCommands.ts';
import { exhibitCommands } from './exhibitCommands.ts';
import { contactCommands } from './contactCommands.ts';
import { identifierCommands } from './identifierCommands.ts';
import { identityCommands } from './identityCommands.ts';
import { importCommand } from './importCommand.ts';
import { receiptCommands } from './receiptCommands.ts';
import { recogniseCommand } from './recogniseCommand.ts';
import { reportCommands } from './reportCommands.ts';
import { custodyCommands } from './custodyCommands.ts';
import { referenceCommands } from './referenceCommands.ts';
import { stixCommands } from './stixCommands.ts';
import { sampleCommand } from './sampleCommand.ts';
import { searchCommand } from './searchCommand.ts';
import { vaultCommands } from './vaultCommands.ts';

export function makeProgram(): Command {
  const program = new Command('probatum')
    .description(
      'Offline evidence workstation: admits documents to an encrypted vault, and takes cited findings out of it.',
    )
    .version(process.env['npm_package_version'] ?? '0.1.0')
    .exitOverride()
    .showHelpAfterError('(probatum --help lists the commands)');

  for (const add of [
    vaultCommands,
    caseCommands,
    importCommand,
    recogniseCommand,
    searchCommand,
    exhibitCommands,
    entityCommands,
    commentCommands,
    identifierCommands,
    identityCommands,
    contactCommands,
    receiptCommands,
    reportCommands,
    bundleCommands,
    archiveCommands,
    compartmentCommands,
    departureCommands,
    referenceCommands,
    stixCommands,
    custodyCommands,
    sampleCommand,
  ])
    add(program);
  return program;
}
