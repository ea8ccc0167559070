/** The `probatum` command: the same core without a window. Progress goes to stderr, results to stdout. */
import { Command, CommanderError } from 'commander';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { archiveCommands } from './archiveCommands.ts';
import { caseCommands } from './caseCommands.ts';
import { bundleCommands } from './bundleCommands.ts';
import { compartmentCommands } from './compartmentCommands.ts';
import { departureCommands } from './departureCommands.ts';
import { commentCommands } from './commentCommands.ts';
import { entityCommands } from './entityCommands.ts';
import { exitCodeOf, exitCodes } from './exitCodes.ts';
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

// A reader that has seen enough (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.done);
});

try {
  // Electron as Node and plain Node differ in what they put before the arguments: both end with the script.
  await program.parseAsync(process.argv.slice(2), { from: 'user' });
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : exitCodes.usage;
  else if (error instanceof ProbatumError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = exitCodeOf(error.code);
  } else {
    process.stderr.write(
      `Something failed that should not have: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = exitCodes.failed;
  }
}
