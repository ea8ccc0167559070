/** `probatum entity …` and `probatum event list`: the cast of a case, as the window shows it and changes it. */
import { type Command, Option } from 'commander';
import { EntityKind, type EntityRow } from '../../shared/domain/entity/entity.ts';
import { NameQuality } from '../../shared/domain/entity/statement.ts';
import { exhibitNumber } from '../../shared/domain/exhibit.ts';
import { JudgementId, PassageId, StatementId } from '../../shared/kernel/ids.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { Credibility } from '../../shared/domain/source.ts';
import type { Core } from '../core.ts';
import { draftOf, readAssignment, requireEntityNamed, ROWS_AT_ONCE } from './entitiesOfVault.ts';
import { entityFileCommands } from './entityFileCommands.ts';
import { requireNumbered } from './exhibitsOfVault.ts';
import { requireCaseByReference, type VaultOptions, withPassphrase, withVault } from './openCore.ts';
import { printJson, printLine, printTable } from './output.ts';
import { requirePrintable, requireVaultPrintable } from './printing.ts';

interface EntityOptions extends VaultOptions {
  case: string;
  json?: boolean;
}

interface ListOptions extends VaultOptions {
  case?: string;
  words?: string;
  kind?: EntityKind[];
  schema?: string[];
  json?: boolean;
}

export function entityCommands(program: Command): void {
  const entities = program
    .command('entity')
    .description(
      'people, companies, vessels, what ties them and what happened; an entity is named by its id or its name',
    );
  listCommand(entities, 'list <vault>', 'entities of a case, or of the whole vault', ['thing']);
  showCommand(entities);
  makeCommands(entities);
  citeCommand(entities);
  identityCommands(entities);
  entityFileCommands(entities);
  const events = program.command('event').description('what happened: transfers, port calls, payments, meetings');
  listCommand(events, 'list <vault>', 'events of a case, or of the whole vault', ['event']);
}

function listCommand(parent: Command, name: string, description: string, kinds: readonly EntityKind[]): void {
  const command = withPassphrase(parent.command(name).description(description))
    .option('--case <reference>', 'of this case only')
    .option('--words <words>', 'whose names hold these words')
    .option('--schema <names...>', 'of these schemata: Person, Vessel, Ownership …')
    .option('--json', 'a JSON line for each');
  if (kinds[0] === 'thing')
    command.addOption(new Option('--kind <kinds...>', 'of these kinds').choices(EntityKind.options));
  command.action((path: string, options: ListOptions) =>
    withVault(path, options, async core => {
      const caseId = options.case === undefined ? null : requireCaseByReference(core, options.case).id;
      if (caseId === null) await requireVaultPrintable(core);
      else requirePrintable(core, caseId);
      for (let offset = 0; ; offset += ROWS_AT_ONCE) {
        const { rows } = await core.dispatcher.run('entity.list', {
          caseId,
          words: options.words,
          kinds: options.kind ?? [...kinds],
          schemata: options.schema,
          offset,
          limit: ROWS_AT_ONCE,
        });
        if (options.json) for (const row of rows) printJson(row);
        else if (rows.length > 0) printTable(rows.map(rowCells));
        if (rows.length < ROWS_AT_ONCE) return;
      }
    }),
  );
}

function rowCells({ id, schema, caption, hint, statementCount, citationCount }: EntityRow): string[] {
  return [id, schema, caption, hint, `${statementCount} stated`, `${citationCount} cited`];
}

function showCommand(entities: Command): void {
  withPassphrase(
    entities
      .command('show <vault> <entity>')
      .description('what is stated of it, with what that rests on, and its ties'),
  )
    .option('--as-at <date>', 'what held on that date: 2021, 2021-03, 2021-03-07')
    .option('--json', 'as one JSON line')
    .action((path: string, named: string, options: VaultOptions & { asAt?: string; json?: boolean }) =>
      withVault(path, options, async core => {
        const entityId = await requireEntityNamed(core, named);
        const view = await core.dispatcher.run('entity.get', { entityId, asAt: options.asAt ?? null });
        for (const { id } of view.cases) requirePrintable(core, id);
        if (options.json) {
          printJson(view);
          return;
        }
        printLine(`${view.schema}  ${view.caption}  ${view.hint}`.trimEnd());
        printTable(
          view.statements
            .filter(({ withdrawnAt }) => withdrawnAt === null)
            .map(({ id, property, value, targetCaption, fromOn, toOn, citations }) => [
              id,
              property,
              targetCaption ?? value,
              datesOf(fromOn, toOn),
              [...new Set(citations.map(one => exhibitNumber(one.exhibitNumber)))].join(' '),
            ]),
        );
        for (const { words, other, fromOn, toOn } of view.links)
          printLine(`${words} ${other?.caption ?? '(not in the vault)'}  ${datesOf(fromOn, toOn)}`.trimEnd());
        for (const { id, verdict, left, right } of view.judgements)
          printLine(`${id}  ${left.caption} ${verdict === 'same' ? 'is' : 'is not'} ${right.caption}`);
      }),
    );
}

interface StateOptions extends EntityOptions {
  property: string;
  value: string;
  original?: string;
  from?: string;
  to?: string;
  language?: string;
  quality?: NameQuality;
  credibility?: string;
  note?: string;
}

const SET_HELP = 'property=value, as often as needed; of one that names an entity, its id or name';

function makeCommands(entities: Command): void {
  withPassphrase(entities.command('create <vault>').description('make an entity'))
    .requiredOption('--case <reference>', 'the case')
    .requiredOption('--schema <name>', 'Person, Company, Vessel, Event …')
    .option('--set <assignment>', SET_HELP, readAssignment, [])
    .option('--json', 'its ids as JSON')
    .action((path: string, options: EntityOptions & { schema: string; set: [string, string][] }) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        const { schema } = options;
        const made = await core.dispatcher.run('entity.create', {
          caseId,
          schema,
          statements: await Promise.all(options.set.map(one => draftOf(core, schema, one))),
        });
        if (options.json) printJson(made);
        else printLine(made.entityId);
      }),
    );

  withPassphrase(entities.command('state <vault> <entity>').description('record a value of it'))
    .requiredOption('--case <reference>', 'the case')
    .requiredOption('--property <name>', 'of its schema: name, imoNumber, flag …')
    .requiredOption('--value <words>', 'the value; of a property that names an entity, its id or name')
    .option('--original <words>', 'as printed, where that differs')
    .option('--from <date>', 'since when it held')
    .option('--to <date>', 'until when it held')
    .option('--language <code>', 'of the words')
    .addOption(new Option('--quality <quality>', 'of a name').choices(NameQuality.options))
    .option('--credibility <n>', '1 confirmed … 6 cannot be judged')
    .option('--note <words>', 'a note')
    .option('--json', 'its id as JSON')
    .action((path: string, named: string, options: StateOptions) =>
      withVault(path, options, async core => {
        const { id: caseId } = requireCaseByReference(core, options.case);
        const entityId = await requireEntityNamed(core, named);
        const { schema } = await core.dispatcher.run('entity.get', { entityId });
        const statement = {
          ...(await draftOf(core, schema, [options.property, options.value])),
          original: options.original,
          fromOn: options.from ?? null,
          toOn: options.to ?? null,
          language: options.language,
          quality: options.quality ?? null,
          credibility: readCredibility(options.credibility),
          note: options.note,
        };
        const made = await core.dispatcher.run('entity.record', { caseId, entityId, statement });
        if (options.json) printJson(made);
        else printLine(made.statementId);
      }),
    );

  withPassphrase(
    entities.command('relate <vault> <source> <schema> <target>').description('tie two: owner Ownership vessel'),
  )
    .requiredOption('--case <reference>', 'the case')
    .option('--set <assignment>', `of the tie: ${SET_HELP}`, readAssignment, [])
    .option('--json', 'its ids as JSON')
    .action(
      (
        path: string,
        source: string,
        schema: string,
        target: string,
        options: EntityOptions & { set: [string, string][] },
      ) =>
        withVault(path, options, async core => {
          const { id: caseId } = requireCaseByReference(core, options.case);
          const made = await core.dispatcher.run('entity.relate', {
            caseId,
            schema,
            sourceId: await requireEntityNamed(core, source),
            targetId: await requireEntityNamed(core, target),
            statements: await Promise.all(options.set.map(one => draftOf(core, schema, one))),
          });
          if (options.json) printJson(made);
          else printLine(made.entityId);
        }),
    );
}

/** @throws invalid-input */
function readCredibility(typed: string | undefined): Credibility | undefined {
  if (typed === undefined) return undefined;
  const parsed = Credibility.safeParse(Number(typed));
  if (parsed.success) return parsed.data;
  throw new ProbatumError('invalid-input', { operation: 'entity', problem: 'credibility is a number from 1 to 6' });
}

interface CiteOptions extends EntityOptions {
  passage?: string;
  exhibit?: string;
  page?: number;
  quote?: string;
  bearing: 'supports' | 'contradicts' | 'context';
  credibility?: string;
}

function citeCommand(entities: Command): void {
  withPassphrase(
    entities
      .command('cite <vault> <statement>')
      .description('let a statement rest on words of an exhibit: a passage, or words that are marked as one'),
  )
    .requiredOption('--case <reference>', 'the case')
    .option('--passage <id>', 'a passage that is marked already')
    .option('--exhibit <number>', 'the exhibit that holds the words')
    .option('--page <n>', 'its page, counted from 1', Number, 1)
    .option('--quote <words>', 'the words, as they stand there')
    .addOption(
      new Option('--bearing <bearing>', 'what they do')
        .choices(['supports', 'contradicts', 'context'])
        .default('supports'),
    )
    .option('--credibility <n>', '1 confirmed … 6 cannot be judged')
    .option('--json', 'the citation as JSON')
    .action((path: string, statement: string, options: CiteOptions) =>
      withVault(path, options, async core => {
        const citation = await core.dispatcher.run('entity.cite', {
          statementId: requireId(StatementId, statement, 'statement'),
          passageId: await passageOf(core, options),
          bearing: options.bearing,
          credibility: readCredibility(options.credibility),
        });
        if (options.json) printJson(citation);
        else printLine(`${citation.id}  “${citation.quote}”`);
      }),
    );
}

async function passageOf(core: Core, options: CiteOptions): Promise<PassageId> {
  if (options.passage !== undefined) return requireId(PassageId, options.passage, 'passage');
  if (options.exhibit === undefined || options.quote === undefined)
    throw new ProbatumError('invalid-input', {
      operation: 'entity cite',
      problem: 'give --passage, or --exhibit with --quote',
    });
  const { id: exhibitId } = requireNumbered(core, options.case, options.exhibit);
  const pageIndex = (options.page ?? 1) - 1;
  const [page] = await core.dispatcher.run('exhibit.pages', { exhibitId, from: pageIndex, count: 1 });
  if (!page?.text.includes(options.quote))
    throw new ProbatumError('not-found', { what: `page of ${options.exhibit} with these words`, id: options.quote });
  const passage = await core.dispatcher.run('passage.mark', {
    exhibitId,
    selection: { kind: 'words', pageIndex, quote: { exact: options.quote, prefix: '', suffix: '' }, rects: [] },
  });
  return passage.id;
}

function identityCommands(entities: Command): void {
  withPassphrase(
    entities
      .command('merge <vault> <left> <right>')
      .description('judge that two records are one; a name alone is not enough'),
  )
    .option('--identifier <words>', 'the second identifier that both have', '')
    .option('--reason <words>', 'or why they are one', '')
    .option('--json', 'the judgement as JSON')
    .action(
      (
        path: string,
        left: string,
        right: string,
        options: VaultOptions & { identifier: string; reason: string; json?: boolean },
      ) =>
        withVault(path, options, async core => {
          const judged = await core.dispatcher.run('entity.merge', {
            leftId: await requireEntityNamed(core, left),
            rightId: await requireEntityNamed(core, right),
            identifier: options.identifier,
            reason: options.reason,
          });
          if (options.json) printJson(judged);
          else printLine(judged.judgementId);
        }),
    );

  withPassphrase(
    entities
      .command('unmerge <vault> <judgement>')
      .description('take a judgement back (entity show lists them): each record has its own statements again'),
  ).action((path: string, judgement: string, options: VaultOptions) =>
    withVault(path, options, async core => {
      const judgementId = requireId(JudgementId, judgement, 'judgement');
      await core.dispatcher.run('entity.undoJudgement', { judgementId });
      printLine(`${judgementId} undone`);
    }),
  );
}

/** @throws not-found for what is no id of the kind */
function requireId<Id>(
  schema: { safeParse(typed: string): { success: true; data: Id } | { success: false } },
  typed: string,
  what: string,
): Id {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return parsed.data;
  throw new ProbatumError('not-found', { what, id: typed });
}

/** As written; a moment once. */
function datesOf(fromOn: string | null, toOn: string | null): string {
  return [...new Set([fromOn, toOn].filter(Boolean))].join(' to ');
}
