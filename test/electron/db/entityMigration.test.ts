/** A vault from before there were entities opens with its claims and requests as they were. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from '@signalapp/sqlcipher';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../../electron/db/migrate.ts';

let folder: string;
let db: Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'probatum-migration-'));
  db = new Database(join(folder, 'old.sqlite'));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const BEFORE_ENTITIES = 6;

test('claims and requests keep every field, and name no entity yet', () => {
  migrate(db, BEFORE_ENTITIES);
  db.exec(`INSERT INTO case_record VALUES ('cas-1', 'C-1', 'A case', 'maritime', 'TLP:GREEN', 'un-panel', '', 'open', 1, '2026-01-01');
    INSERT INTO finding VALUES ('fnd-1', 'cas-1', 1, 'A finding', 'draft', '[]', '', '[]', '2026-01-01', '2026-01-01');
    INSERT INTO claim VALUES ('clm-1', 'fnd-1', 0, 'It was there.', '["p"]', NULL, NULL);
    INSERT INTO request VALUES ('req-1', 'cas-1', 'fnd-1', 'A company', 'Why?', 'sent', '2026-01-02', NULL, NULL, NULL, '', '2026-01-02');`);
  const before = { claim: db.prepare('SELECT * FROM claim').get(), request: db.prepare('SELECT * FROM request').get() };
  migrate(db);
  expect({
    claim: db.prepare('SELECT * FROM claim').get(),
    request: db.prepare('SELECT * FROM request').get(),
  }).toEqual({
    claim: { ...before.claim, occurred_on: null, entity_ids: '[]' },
    request: { ...before.request, entity_id: null },
  });
});

test('what is stated, cited and judged cannot be rewritten or removed', () => {
  migrate(db);
  db.exec(`INSERT INTO case_record (id, reference, title, workstream, handling_mark, standard, lead, status, is_exercise, created_at)
      VALUES ('cas-1', 'C-1', 'A case', 'maritime', 'TLP:GREEN', 'un-panel', '', 'open', 1, '2026-01-01');
    INSERT INTO entity VALUES (1, 'ent-1', NULL, 'Person', 'thing', 'ent-1', 'A', '', 'a', '2026-01-01', 'P', NULL);
    INSERT INTO entity VALUES (2, 'ent-2', NULL, 'Person', 'thing', 'ent-2', 'B', '', 'b', '2026-01-01', 'P', NULL);
    INSERT INTO statement (id, entity_id, case_id, property, value, value_key, original, language, detail, credibility, note, recorded_at, recorded_by)
      VALUES ('stm-1', 'ent-1', 'cas-1', 'name', 'A', 'n:a', '', '', '{}', 6, '', '2026-01-01', 'P');
    INSERT INTO entity_judgement VALUES ('jdg-1', 'ent-1', 'ent-2', 'same', '', 'Why not', '2026-01-01', 'P', NULL);`);
  const refused = [
    'DELETE FROM entity',
    'DELETE FROM statement',
    'DELETE FROM entity_judgement',
    "UPDATE statement SET value = 'B'",
    "UPDATE statement SET entity_id = 'ent-2'",
    "UPDATE entity_judgement SET verdict = 'not-same'",
  ];
  for (const sql of refused) expect(() => db.exec(sql), sql).toThrow();
  db.exec("UPDATE statement SET withdrawn_at = '2026-01-02'");
  db.exec("UPDATE entity_judgement SET undone_at = '2026-01-02'");
});
