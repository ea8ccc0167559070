/** Takes a merge back as one step: each row as it was, newest first. Refused where somebody has worked on since. */
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import type { EntityId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { SqlValue } from '../../db/handles.ts';
import { dropBlob } from '../../documents/documentSql.ts';
import { findDocument } from '../../documents/documentStore.ts';
import type { CommandContext } from '../context.ts';
import { leaveGroups } from '../copy/index.ts';
import { settleEntities } from '../entity/index.ts';
import { deleteRendition } from '../exhibit/index.ts';
import { clearInbox, findInbox, markTakenBack } from './inboxSql.ts';
import {
  deleteRow,
  digestOfRow,
  findRow,
  forgetSteps,
  insertRow,
  type Step,
  stepsBefore,
  updateRow,
} from './mergeSteps.ts';

const stepsAtOnce = 500;

export function takeBack(ctx: CommandContext, { inboxId }: ParsedInputOf<'archive.takeBack'>): Record<string, never> {
  const { db } = ctx;
  const inbox = findInbox(db, inboxId);
  if (!inbox) throw new ProbatumError('not-found', { what: 'archive', id: inboxId });
  if (inbox.mergedAt === null) throw new ProbatumError('archive-not-merged', { name: inbox.fileName });
  const entities = new Set<EntityId>();
  db.prepare('INSERT INTO taking_back (inbox_id) VALUES ($inboxId)').run({ inboxId });
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const steps = stepsBefore(db, inboxId, before, stepsAtOnce);
    if (steps.length === 0) break;
    before = steps.at(-1)?.position ?? 0;
    for (const step of steps) {
      noteEntities(ctx, step, entities);
      undoStep(ctx, step, inbox.fileName);
    }
  }
  db.prepare('DELETE FROM received_custody_event WHERE received_with = $inboxId').run({ inboxId });
  db.prepare('DELETE FROM taking_back').run();
  forgetSteps(db, inboxId);
  clearInbox(db, inboxId);
  const standing = [...entities].filter(id => db.prepare('SELECT 1 FROM entity WHERE id = $id').get({ id }));
  settleEntities(ctx, standing);
  markTakenBack(db, inboxId, ctx.now());
  ctx.custody.record({
    action: 'archive-taken-back',
    caseId: inbox.about.case.id,
    subject: inbox.fileName,
    details: { archive: inbox.sha256 },
  });
  return {};
}

function undoStep(ctx: CommandContext, step: Step, name: string): void {
  const { db } = ctx;
  const { table, key, before } = step;
  const row = findRow(db, table, key);
  // What is stored of versions is brought up to date at each look; the rows themselves tell whether somebody changed them.
  if (table !== 'record_version' && digestOfRow(row) !== step.after)
    throw new ProbatumError('archive-relied-on', {
      name,
      problem: `something in ${table.replaceAll('_', ' ')} was changed since.`,
    });
  try {
    if (before !== null) {
      if (row === null) insertRow(db, table, before as Record<string, SqlValue>);
      else updateRow(db, table, key, changedValues(before, row));
    } else if (row !== null) removeRow(ctx, table, key);
  } catch (error) {
    if (!(error instanceof Error) || !/FOREIGN KEY/i.test(error.message)) throw error;
    throw new ProbatumError('archive-relied-on', {
      name,
      problem: `something here rests on a row of ${table.replaceAll('_', ' ')} that it brought.`,
    });
  }
}

function removeRow({ db }: CommandContext, table: string, key: Step['key']): void {
  if (table === 'rendition') deleteRendition(db, String(key['id']));
  else if (table === 'document') {
    const sha256 = String(key['sha256']);
    const blobId = findDocument(db, sha256)?.blobId;
    for (const sql of [
      'DELETE FROM mail_reference WHERE sha256 = $sha256',
      'DELETE FROM mail_message WHERE sha256 = $sha256',
      'DELETE FROM likeness WHERE sha256 = $sha256',
    ])
      db.prepare(sql).run({ sha256 });
    deleteRow(db, table, key);
    if (blobId !== undefined) dropBlob(db, blobId);
  } else {
    if (table === 'exhibit') leaveGroups(db, String(key['id']) as ExhibitId);
    if (table === 'entity')
      db.prepare('DELETE FROM entity_fts WHERE rowid = (SELECT seq FROM entity WHERE id = $id)').run({
        id: String(key['id']),
      });
    deleteRow(db, table, key);
  }
}

function changedValues(before: Readonly<Record<string, unknown>>, row: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(before).filter(([name, value]) => !(value instanceof Uint8Array) && value !== row[name]),
  ) as Record<string, SqlValue>;
}

function noteEntities({ db }: CommandContext, { table, key }: Step, entities: Set<EntityId>): void {
  if (table === 'entity') {
    // Whoever was grouped under it stands for itself until the groups are reckoned anew.
    const id = String(key['id']);
    for (const row of db.prepare('SELECT id FROM entity WHERE canonical_id = $id AND id <> $id').all({ id })) {
      entities.add(row['id'] as EntityId);
      db.prepare('UPDATE entity SET canonical_id = id WHERE id = $member').run({ member: String(row['id']) });
    }
    entities.add(id as EntityId);
  } else if (table === 'statement' || table === 'statement_choice' || table === 'strength_judgement') {
    const row = findRow(db, table, key);
    if (row) entities.add(row['entity_id'] as EntityId);
  } else if (table === 'entity_judgement') {
    const row = findRow(db, table, key);
    if (row) for (const side of ['left_id', 'right_id']) entities.add(row[side] as EntityId);
  }
}
