import { type Command, Option } from 'commander';
import {
  checkIdentifier,
  type IdentifierKind,
  identifierKindNamed,
  identifierKinds,
  identifierWords,
} from '../../shared/domain/identifier/index.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { type DateReading, readDateWords } from '../../shared/kernel/readDateWords.ts';
import { exitCodes } from './exitCodes.ts';
import { printJson, printLine, printTable } from './output.ts';

interface JsonOption {
  json?: boolean;
}

/** `probatum identifier check KIND VALUE` and `probatum identifier kinds`: they need no vault. */
export function identifierCommands(program: Command): void {
  const identifier = program
    .command('identifier')
    .description('check identifiers: IMO numbers, MMSI, containers, IBAN, wallets …');
  identifier
    .command('check <kind> <value>')
    .description(
      `whether a value holds as what it is said to be; kinds: ${identifierKinds.join(', ')}; ` +
        'date-text and name-variant are read, not judged',
    )
    .addOption(new Option('--json', 'one JSON line'))
    .action((kind: string, value: string, options: JsonOption) => {
      if (kind === 'date-text') printReading(value, options);
      else if (kind === 'name-variant') printName(value, options);
      else printVerdict(kindNamed(kind), kind, value, options);
    });
  identifier
    .command('kinds')
    .description('the kinds that can be checked')
    .addOption(new Option('--json', 'one JSON line'))
    .action((options: JsonOption) => {
      const kinds = identifierKinds.map(kind => ({ kind, words: identifierWords[kind] }));
      if (options.json) printJson(kinds);
      else printTable(kinds.map(({ kind, words }) => [kind, words]));
    });
}

/** Names that may mean several kinds, with what to say instead. */
const SEVERAL_KINDS: Readonly<Record<string, string>> = {
  imo: 'imo-ship or imo-company',
  usdt: 'the chain that it is on: btc, eth, tron or sol',
  usdc: 'the chain that it is on: eth, tron or sol',
};

function kindNamed(name: string): IdentifierKind {
  const kind = identifierKindNamed(name);
  if (kind !== null) return kind;
  const wanted = Object.hasOwn(SEVERAL_KINDS, name.toLowerCase()) ? SEVERAL_KINDS[name.toLowerCase()] : undefined;
  throw new ProbatumError('invalid-input', {
    operation: 'identifier check',
    problem: wanted
      ? `“${name}” may be of several kinds; say ${wanted}`
      : `“${name}” is no kind that is known; there are ${identifierKinds.join(', ')}`,
  });
}

function printVerdict(kind: IdentifierKind, asked: string, value: string, { json }: JsonOption): void {
  const verdict = checkIdentifier(kind, value);
  if (json) printJson({ kind, ...(asked === kind ? {} : { asked }), value, ...verdict });
  else
    printLine(
      `${identifierWords[kind]} ${verdict.normal}: ${verdict.valid ? 'valid' : 'not valid'}. ${verdict.sentence}`,
    );
  if (!verdict.valid) process.exitCode = exitCodes.failed;
}

/** There is nothing to be valid in a date's words: they are read, or it is said why they are not. */
function printReading(value: string, { json }: JsonOption): void {
  const reading = readDateWords(value);
  if (json)
    printJson({ kind: 'date-text', value, valid: null, dates: datesOf(reading), sentence: sentenceOf(reading) });
  else printLine(`${value}: ${datesOf(reading).join(' or ') || 'not read'}. ${sentenceOf(reading)}`.trim());
}

function datesOf(reading: DateReading): string[] {
  if (reading.kind === 'unread') return [];
  return reading.kind === 'date' ? [reading.date] : reading.dates;
}

function sentenceOf(reading: DateReading): string {
  return reading.kind === 'unread' ? reading.why : reading.note;
}

const NAME_SENTENCE = 'Spellings of a name are compared with others, not checked.';

function printName(value: string, { json }: JsonOption): void {
  if (json) printJson({ kind: 'name-variant', value, valid: null, normal: value, sentence: NAME_SENTENCE });
  else printLine(`${value}: ${NAME_SENTENCE}`);
}
