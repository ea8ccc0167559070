/** Opened archives: what they are, their records, and what each would change. */
import { z } from 'zod';
import {
  ArchiveAbout,
  type ChangeDecision,
  type ChangeKind,
  InboxChange,
  InboxEntry,
} from '../../../shared/contract/archive.ts';
import type { MergeId } from '../../../shared/kernel/ids.ts';
import { basename } from 'node:path';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { fromJson, toCount, toJson } from '../../db/rows.ts';
import { conceptNamed } from './concepts/index.ts';

export interface NewInbox {
  id: MergeId;
  path: string;
  openedAt: string;
  openedBy: string;
}

export function insertInbox(db: WritableDb, inbox: NewInbox): void {
  db.prepare(`INSERT INTO inbox (id, path, sha256, size_bytes, about, opened_at, opened_by, is_whole)
    VALUES ($id, $path, '', 0, '{}', $openedAt, $openedBy, 0)`).run({ ...inbox });
}

export function finishInbox(
  db: WritableDb,
  id: MergeId,
  { sha256, sizeBytes, about }: { sha256: string; sizeBytes: number; about: ArchiveAbout },
): void {
  db.prepare(
    'UPDATE inbox SET sha256 = $sha256, size_bytes = $sizeBytes, about = $about, is_whole = 1 WHERE id = $id',
  ).run({
    id,
    sha256,
    sizeBytes,
    about: toJson(about),
  });
}

/** All of an opened archive but that it was opened. */
export function clearInbox(db: WritableDb, id: MergeId): void {
  for (const sql of [
    'DELETE FROM inbox_record WHERE inbox_id = $id',
    'DELETE FROM inbox_change WHERE inbox_id = $id',
    'DELETE FROM inbox_problem WHERE inbox_id = $id',
    'DELETE FROM inbox_content WHERE inbox_id = $id',
  ])
    db.prepare(sql).run({ id });
}

export function dropInbox(db: WritableDb, id: MergeId): void {
  clearInbox(db, id);
  db.prepare('DELETE FROM inbox WHERE id = $id').run({ id });
}

/** What a crash left of an opening. */
export function unfinishedInboxes(db: ReadableDb): MergeId[] {
  return db
    .prepare('SELECT id FROM inbox WHERE is_whole = 0')
    .all()
    .map(row => row['id'] as MergeId);
}

const columns = `id, path, sha256, size_bytes AS sizeBytes, about, opened_at AS openedAt, opened_by AS openedBy, merged_at AS mergedAt,
  undone_at AS undoneAt, outcome`;

function toEntry(row: Record<string, unknown>): InboxEntry & { path: string } {
  const path = String(row['path']);
  return {
    ...InboxEntry.parse({
      ...row,
      fileName: basename(path),
      about: ArchiveAbout.parse(fromJson(row['about'])),
      outcome: row['outcome'] === null ? [] : z.array(z.string()).parse(fromJson(row['outcome'])),
    }),
    path,
  };
}

export function findInbox(db: ReadableDb, id: MergeId): (InboxEntry & { path: string }) | null {
  const row = db.prepare(`SELECT ${columns} FROM inbox WHERE id = $id AND is_whole = 1`).get({ id });
  return row ? toEntry(row) : null;
}

export function listInbox(db: ReadableDb): InboxEntry[] {
  return db
    .prepare(`SELECT ${columns} FROM inbox WHERE is_whole = 1 ORDER BY opened_at DESC, id DESC`)
    .all()
    .map(row => {
      const { path: _, ...entry } = toEntry(row);
      return entry;
    });
}

export function insertRecord(
  db: WritableDb,
  record: { inboxId: MergeId; position: number; concept: string; id: string; record: string },
): void {
  db.prepare(
    `INSERT INTO inbox_record (inbox_id, position, concept, id, record) VALUES ($inboxId, $position, $concept, $id, $record)`,
  ).run(record);
}

export interface InboxRecordRow {
  position: number;
  concept: string;
  id: string;
  record: string;
}

export function recordsAfter(db: ReadableDb, inboxId: MergeId, after: number, limit: number): InboxRecordRow[] {
  return db
    .prepare(
      `SELECT position, concept, id, record FROM inbox_record WHERE inbox_id = $inboxId AND position > $after ORDER BY position LIMIT $limit`,
    )
    .all({ inboxId, after, limit })
    .map(row => ({
      position: Number(row['position']),
      concept: String(row['concept']),
      id: String(row['id']),
      record: String(row['record']),
    }));
}

export function insertChange(
  db: WritableDb,
  change: {
    inboxId: MergeId;
    position: number;
    concept: string;
    id: string;
    field: string;
    kind: ChangeKind;
    label: string;
    words: string;
    mine: string;
    theirs: string;
    by: string;
    team: string;
    at: string;
    decision: ChangeDecision;
  },
): void {
  db.prepare(`INSERT INTO inbox_change (inbox_id, position, concept, id, field, kind, label, words, mine, theirs, by, team, at, decision)
    VALUES ($inboxId, $position, $concept, $id, $field, $kind, $label, $words, $mine, $theirs, $by, $team, $at, $decision)`).run(
    change,
  );
}

const standing = '($kind IS NULL OR kind = $kind) AND ($concept IS NULL OR concept = $concept)';

export interface ChangeFilter {
  kind: string | null;
  concept: string | null;
}

export function changesAfter(
  db: ReadableDb,
  inboxId: MergeId,
  { kind, concept }: ChangeFilter,
  after: number,
  limit: number,
): InboxChange[] {
  return db
    .prepare(`SELECT position, kind, concept, id AS recordId, label, words, mine, theirs, by, team, at, decision FROM inbox_change
      WHERE inbox_id = $inboxId AND ${standing} AND position > $after ORDER BY position LIMIT $limit`)
    .all({ inboxId, kind, concept, after, limit })
    .map(row => InboxChange.parse({ ...row, conceptWords: conceptNamed(String(row['concept']))?.words[0] ?? '' }));
}

export function countChanges(db: ReadableDb, inboxId: MergeId, { kind, concept }: ChangeFilter): number {
  return toCount(
    db
      .prepare(`SELECT count(*) AS n FROM inbox_change WHERE inbox_id = $inboxId AND ${standing}`)
      .get({ inboxId, kind, concept }),
  );
}

export function groupsOf(db: ReadableDb, inboxId: MergeId) {
  return db
    .prepare(`SELECT kind, concept, count(*) AS count, sum(decision = 'accept') AS accept, sum(decision = 'mine') AS mine,
        sum(decision = 'both') AS both, sum(decision = 'postpone') AS postpone FROM inbox_change
      WHERE inbox_id = $inboxId GROUP BY kind, concept ORDER BY min(position)`)
    .all({ inboxId })
    .map(row => {
      const count = Number(row['count']);
      return {
        kind: row['kind'] as ChangeKind,
        concept: String(row['concept']),
        words: conceptNamed(String(row['concept']))?.words[count === 1 ? 0 : 1] ?? '',
        count,
        decided: {
          accept: Number(row['accept']),
          mine: Number(row['mine']),
          both: Number(row['both']),
          postpone: Number(row['postpone']),
        },
      };
    });
}

export function decideChanges(
  db: WritableDb,
  inboxId: MergeId,
  { kind, concept }: ChangeFilter,
  positions: readonly number[] | null,
  decision: ChangeDecision,
): number {
  return db
    .prepare(`UPDATE inbox_change SET decision = $decision WHERE inbox_id = $inboxId AND ${standing}
      AND ($positions IS NULL OR position IN (SELECT value FROM json_each($positions)))`)
    .run({ inboxId, kind, concept, decision, positions: positions === null ? null : toJson(positions) }).changes;
}

/** What a person decided, by record and field; accepting what is no conflict is not listed, being the rule. */
export function decisionsOf(db: ReadableDb, inboxId: MergeId): Map<string, ChangeDecision> {
  return new Map(
    db
      .prepare(`SELECT concept, id, field, decision FROM inbox_change WHERE inbox_id = $inboxId
        AND decision <> iif(kind = 'conflict', 'both', 'accept')`)
      .all({ inboxId })
      .map(row => [
        decisionKey(String(row['concept']), String(row['id']), String(row['field'])),
        row['decision'] as ChangeDecision,
      ]),
  );
}

export function decisionKey(concept: string, id: string, field: string): string {
  return JSON.stringify([concept, id, field]);
}

export function insertProblem(db: WritableDb, inboxId: MergeId, sentence: string): void {
  db.prepare(`INSERT INTO inbox_problem (inbox_id, position, sentence)
    VALUES ($inboxId, (SELECT coalesce(max(position), -1) + 1 FROM inbox_problem WHERE inbox_id = $inboxId), $sentence)`).run(
    {
      inboxId,
      sentence,
    },
  );
}

export function problemsOf(db: ReadableDb, inboxId: MergeId, limit: number): { problems: string[]; count: number } {
  return {
    problems: db
      .prepare('SELECT sentence FROM inbox_problem WHERE inbox_id = $inboxId ORDER BY position LIMIT $limit')
      .all({ inboxId, limit })
      .map(row => String(row['sentence'])),
    count: toCount(db.prepare('SELECT count(*) AS n FROM inbox_problem WHERE inbox_id = $inboxId').get({ inboxId })),
  };
}

export function insertContent(
  db: WritableDb,
  content: { inboxId: MergeId; path: string; sha256: string; sizeBytes: number; mediaType: string },
): void {
  db.prepare(
    'INSERT INTO inbox_content (inbox_id, path, sha256, size_bytes, media_type) VALUES ($inboxId, $path, $sha256, $sizeBytes, $mediaType)',
  ).run(content);
}

export function mediaTypesOf(db: ReadableDb, inboxId: MergeId): Map<string, string> {
  return new Map(
    db
      .prepare('SELECT sha256, media_type AS mediaType FROM inbox_content WHERE inbox_id = $inboxId')
      .all({ inboxId })
      .map(row => [String(row['sha256']), String(row['mediaType'])]),
  );
}

/** Documents and readings that are not here. */
export function contentToBring(db: ReadableDb, inboxId: MergeId): { path: string; sizeBytes: number }[] {
  return db
    .prepare(`SELECT path, size_bytes AS sizeBytes FROM inbox_content WHERE inbox_id = $inboxId
      AND NOT (path LIKE 'data/documents/%' AND EXISTS (SELECT 1 FROM document WHERE document.sha256 = substr(path, 16)))
      AND NOT (path LIKE 'data/renditions/%' AND EXISTS (SELECT 1 FROM rendition WHERE rendition.id = substr(path, 17, length(path) - 22)))
      ORDER BY path`)
    .all({ inboxId })
    .map(row => ({ path: String(row['path']), sizeBytes: Number(row['sizeBytes']) }));
}

export function markMerged(db: WritableDb, id: MergeId, at: string, outcome: readonly string[]): void {
  db.prepare('UPDATE inbox SET merged_at = $at, undone_at = NULL, outcome = $outcome WHERE id = $id').run({
    id,
    at,
    outcome: toJson(outcome),
  });
}

export function markTakenBack(db: WritableDb, id: MergeId, at: string): void {
  db.prepare('UPDATE inbox SET undone_at = $at, merged_at = NULL WHERE id = $id').run({ id, at });
}
