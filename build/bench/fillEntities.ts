/** A vault of generated entities: people, companies and vessels of invented names, with numbers, addresses and ties. */
import { join } from 'node:path';
import { takeInEntities, resolveNames, type IncomingEntity } from '../../electron/services/entity/index.ts';
import type { CaseId, ImportId } from '../../shared/kernel/ids.ts';
import type { Core } from '../../electron/core.ts';
import { createBenchVault, startBenchCore } from './benchCore.ts';
import { peakMemoryBytes } from './machine.ts';
import { exportPlain } from './plainPeer.ts';
import { seededRandom } from './seededRandom.ts';
import { makeWordStock } from './wordStock.ts';

/** As many rows a transaction as the import of a file takes. */
const batchSize = 500;
/** Ties for each entity: what a register of owners and directors has. */
const tiesPerEntity = 1.2;

/** The chart of the budget, in a case of its own beside the large one. */
export const chartCase = { reference: 'C-CHART', nodes: 2_000, edges: 5_000 };

export interface EntityFill {
  seconds: number;
  statements: number;
  peakBytes: number;
}

export async function fillEntityVault(folder: string, count: number): Promise<EntityFill> {
  const core = startBenchCore();
  const caseId = await createBenchVault(core, join(folder, 'vault.probatum'));
  const { id: chartId } = await core.dispatcher.run('case.create', {
    reference: chartCase.reference,
    title: 'A generated chart (exercise)',
    workstream: 'maritime',
    handlingMark: 'TLP:CLEAR',
    standard: 'un-panel',
    lead: 'Bench',
    isExercise: true,
  });
  const started = performance.now();
  let statements = takeIn(core, caseId, generate('v', count, Math.round(count * tiesPerEntity), 7));
  const seconds = (performance.now() - started) / 1000;
  statements += takeIn(core, chartId, generate('c', chartCase.nodes, chartCase.edges, 11));
  const peakBytes = peakMemoryBytes();
  exportPlain(core, join(folder, 'plain.sqlite'));
  await core.close();
  return { seconds, statements, peakBytes };
}

/** Through the very steps of an import, without a file to read. @returns statements written */
function takeIn(core: Core, caseId: CaseId, entities: Iterable<IncomingEntity>): number {
  let statements = 0;
  const importId = core.session.write(ctx => {
    const id: ImportId = ctx.newId('imp');
    return id;
  });
  registerImport(core, importId, caseId);
  let batch: IncomingEntity[] = [];
  const flush = () => {
    const rows = batch;
    batch = [];
    statements += core.session.write(ctx => takeInEntities(ctx, { importId, caseId }, rows)).statementsAdded;
  };
  for (const entity of entities) {
    batch.push(entity);
    if (batch.length === batchSize) flush();
  }
  flush();
  core.session.write(ctx => resolveNames(ctx, { importId }));
  return statements;
}

/** An import belongs to an exhibit; here an empty document stands for the file. */
function registerImport(core: Core, importId: ImportId, caseId: CaseId): void {
  core.session.write(({ db, newId, now, actor }) => {
    const sha256 = importId.replaceAll('-', '').slice(-32).padStart(64, '0');
    const { lastInsertRowid } = db.prepare('INSERT INTO blob DEFAULT VALUES').run();
    db.prepare(
      `INSERT INTO document (sha256, blob_id, size_bytes, media_type, stored_at) VALUES ($sha256, $blob, 0, 'application/json', $at)`,
    ).run({
      sha256,
      blob: lastInsertRowid,
      at: now(),
    });
    const exhibitId = newId('exh');
    db.prepare(`INSERT INTO exhibit (id, case_id, number, sha256, file_name, title, obtained_how, obtained_by, languages, handling_mark, authenticity,
        authenticity_note, is_observation, reading, admitted_at)
      VALUES ($exhibitId, $caseId, 1, $sha256, 'generated.ijson', 'Generated entities', '', '', '[]', 'TLP:CLEAR', 'not-assessed', '', 0, 'read', $at)`).run(
      {
        exhibitId,
        caseId,
        sha256,
        at: now(),
      },
    );
    db.prepare(
      `INSERT INTO entity_import (id, case_id, exhibit_id, format, mapping, imported_at, imported_by) VALUES ($importId, $caseId, $exhibitId, 'ftm', 'null', $at, $by)`,
    ).run({
      importId,
      caseId,
      exhibitId,
      at: now(),
      by: actor,
    });
  });
}

function* generate(prefix: string, count: number, ties: number, seed: number): Iterable<IncomingEntity> {
  const random = seededRandom(seed);
  const words = makeWordStock();
  const pick = <Item>(from: readonly Item[]): Item => from[Math.floor(random() * from.length)] as Item;
  const digits = (length: number) => Array.from({ length }, () => Math.floor(random() * 10)).join('');
  const title = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
  const schemata = Array.from({ length: count }, () => pick(['Person', 'Person', 'Company', 'Company', 'Vessel']));
  for (const [at, schema] of schemata.entries()) {
    const plain = `${title(pick(words.latin))} ${title(pick(words.latin))} ${title(pick(words.latin))}`;
    const common = [
      {
        property: 'name',
        value: schema === 'Company' ? `${plain} Trading Ltd` : schema === 'Vessel' ? plain.toUpperCase() : plain,
      },
      { property: 'alias', value: pick(words.korean) + pick(words.korean) },
      { property: 'country', value: pick(['kp', 'cn', 'hk', 'ru', 'sg']) },
      { property: 'phone', value: `+850 2 ${digits(7)}` },
    ];
    const own =
      schema === 'Vessel'
        ? [
            { property: 'imoNumber', value: digits(7) },
            { property: 'mmsi', value: digits(9) },
          ]
        : schema === 'Company'
          ? [
              { property: 'registrationNumber', value: digits(8) },
              { property: 'address', value: `${digits(2)} ${title(pick(words.latin))} Street` },
            ]
          : [
              { property: 'passportNumber', value: digits(9) },
              { property: 'birthDate', value: `19${digits(2)}` },
            ];
    yield { foreignId: `${prefix}${at}`, schema, row: at + 1, statements: [...common, ...own] };
  }
  for (let at = 0; at < ties; at++) {
    // A few are in very many ties, as agents and banks are.
    const owner = `${prefix}${Math.floor(count ** random()) - 1}`;
    const asset = `${prefix}${Math.floor(random() * count)}`;
    yield {
      foreignId: `${prefix}t${at}`,
      schema: 'UnknownLink',
      row: count + at + 1,
      statements: [
        { property: 'subject', value: owner },
        { property: 'object', value: asset },
        { property: 'startDate', value: `20${digits(1)}${Math.floor(random() * 10)}` },
      ],
    };
  }
}
